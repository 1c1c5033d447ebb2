using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>A program that reads the CSV of a codebook into a statistics package, with labels and missing values.</summary>
/// <param name="Name">The end of the file's name.</param>
public sealed record SetupSyntax(string Name, string Title, Action<Codebook, TextWriter> Write)
{
    public static ImmutableArray<SetupSyntax> All { get; } =
        [new("sps", "SPSS", SpssSetup.Write), new("do", "Stata", StataSetup.Write), new("sas", "SAS", SasSetup.Write), new("r", "R", RSetup.Write)];

    public static SetupSyntax? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
