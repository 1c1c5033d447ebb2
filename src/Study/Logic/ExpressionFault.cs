namespace SosLongitudinal.Study.Logic;

/// <summary>Why an expression cannot be used: where in its text (counted from 1), and what to do.</summary>
/// <param name="Blocks">Whether it cannot be used so; otherwise it works and deserves a look.</param>
public sealed record ExpressionFault(int Column, string Sentence, bool Blocks = true);
