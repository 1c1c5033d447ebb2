using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>What a command says at its end. Answers go to standard output, reasons to standard error.</summary>
internal static class Said
{
    /// <summary>The sentence, and below it the fields at fault. Returns the exit code.</summary>
    public static int Refused(Refusal why)
    {
        Console.Error.WriteLine(why.Sentence);
        foreach (var fault in why.Faults.Where(f => f.Sentence != why.Sentence)) Console.Error.WriteLine($"  {fault.Field}: {fault.Sentence}");
        return RootCommands.Refused;
    }

    public static int Done(string sentence)
    {
        Console.WriteLine(sentence);
        return RootCommands.Done;
    }

    /// <summary>The exit code of a decision, with its reasons or its answer said.</summary>
    public static int Of<T>(Decision<T> decision, Func<T, int> done) => decision.Match(done, Refused);
}
