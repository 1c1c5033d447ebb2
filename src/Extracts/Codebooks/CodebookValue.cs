namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>One value of a variable, as the file holds it.</summary>
/// <param name="Count">How often it occurs; <c>null</c> where that was not counted.</param>
public sealed record CodebookValue(string Value, string Label, long? Count, bool IsMissing);
