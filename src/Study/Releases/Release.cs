using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

/// <summary>What somebody asks to be frozen. The five safes are words for those who judge it: project, people, setting, data, outputs.</summary>
[GenerateSerializer, Immutable, Alias("sos.release-request")]
public sealed record ReleaseRequest([property: Id(0)] string Title, [property: Id(1)] Recipe Recipe)
{
    /// <summary>The sites whose families are in it; <c>null</c>: all.</summary>
    [Id(2)] public ImmutableArray<SiteCode>? Sites { get; init; }

    [Id(3)] public FiveSafes Safes { get; init; } = new();
}

/// <summary>The five safes of a release, each in a sentence or empty.</summary>
[GenerateSerializer, Immutable, Alias("sos.five-safes")]
public sealed record FiveSafes
{
    /// <summary>What it is for, with the reference of its approval.</summary>
    [Id(0)] public string Project { get; init; } = "";

    /// <summary>Who will work with it.</summary>
    [Id(1)] public string People { get; init; } = "";

    /// <summary>Where it will be worked with.</summary>
    [Id(2)] public string Setting { get; init; } = "";

    /// <summary>How far it is kept from telling who somebody is.</summary>
    [Id(3)] public string Data { get; init; } = "";

    /// <summary>Who checks what is published from it.</summary>
    [Id(4)] public string Outputs { get; init; } = "";
}

/// <summary>One file of a release.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Rows">Of a table; <c>null</c> of other files.</param>
[GenerateSerializer, Immutable, Alias("sos.release-file")]
public sealed record ReleaseFile([property: Id(0)] string Name, [property: Id(1)] long Length, [property: Id(2)] string Sha256)
{
    [Id(3)] public long? Rows { get; init; }

    /// <summary>The format's name, of a table.</summary>
    [Id(4)] public string? Format { get; init; }

    /// <summary>How many names and labels the format could not take as they are.</summary>
    [Id(5)] public int Shortened { get; init; }
}

/// <summary>How many rows share each combination of the chosen columns.</summary>
/// <param name="Least">The rows of the rarest combination; 0 in an empty table.</param>
/// <param name="RowsBelow">Rows whose combination fewer than K rows share.</param>
[GenerateSerializer, Immutable, Alias("sos.anonymity")]
public sealed record Anonymity([property: Id(0)] ImmutableArray<string> Columns, [property: Id(1)] int K, [property: Id(2)] long Least, [property: Id(3)] long Combinations, [property: Id(4)] long RowsBelow)
{
    public bool Holds => RowsBelow == 0;
}

/// <summary>A family and how many of its facts were erased.</summary>
[GenerateSerializer, Immutable, Alias("sos.erased-facts")]
public sealed record ErasedFacts([property: Id(0)] FamilyId Family, [property: Id(1)] int Facts);

/// <summary>A focus group and how many of its facts were erased.</summary>
[GenerateSerializer, Immutable, Alias("sos.erased-group-facts")]
public sealed record ErasedGroupFacts([property: Id(0)] GroupId Group, [property: Id(1)] int Facts);

/// <summary>What came out of a recipe.</summary>
[GenerateSerializer, Immutable, Alias("sos.release-contents")]
public sealed record ReleaseContents([property: Id(0)] ImmutableArray<ReleaseFile> Files, [property: Id(1)] long Rows, [property: Id(2)] int Columns, [property: Id(3)] int Families)
{
    /// <summary>The families of which something had been erased already.</summary>
    [Id(4)] public ImmutableArray<ErasedFacts> Erased { get; init; } = [];

    [Id(5)] public Anonymity? Anonymity { get; init; }

    /// <summary>The focus groups of which something had been erased already, where the rows are groups.</summary>
    [Id(6)] public ImmutableArray<ErasedGroupFacts> ErasedGroups { get; init; } = [];
}

/// <summary>Who looked it over, besides who made it.</summary>
[GenerateSerializer, Immutable, Alias("sos.release-approval")]
public sealed record ReleaseApproval([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Why);

/// <summary>Why the making of a release stopped before all files were in the vault.</summary>
[GenerateSerializer, Immutable, Alias("sos.release-stop")]
public sealed record ReleaseStop([property: Id(0)] string Why, [property: Id(1)] DateTimeOffset At);

/// <summary>How many texts a column of free text has in a release.</summary>
[GenerateSerializer, Immutable, Alias("sos.text-count")]
public sealed record TextCount([property: Id(0)] string Column, [property: Id(1)] long Texts);

/// <summary>A frozen extract.</summary>
[GenerateSerializer, Immutable, Alias("sos.release")]
public sealed record Release([property: Id(0)] ReleaseId Id)
{
    [Id(1)] public bool Exists { get; init; }
    [Id(2)] public ReleaseRequest Request { get; init; } = new("", new());
    [Id(3)] public DateTimeOffset AsOf { get; init; }
    [Id(4)] public string Product { get; init; } = "";
    [Id(5)] public string By { get; init; } = "";
    [Id(6)] public DateTimeOffset BegunAt { get; init; }

    /// <summary><c>null</c> until all files are in the vault.</summary>
    [Id(7)] public ReleaseContents? Contents { get; init; }
    [Id(8)] public ImmutableArray<AccountKey> Readers { get; init; } = [];
    [Id(9)] public ReleaseApproval? Approval { get; init; }

    /// <summary>Why its making stopped the last time; <c>null</c> where it never did, or where the program ended without a word.</summary>
    [Id(10)] public ReleaseStop? Stop { get; init; }

    /// <summary>It will not be finished: it is in no list any more.</summary>
    [Id(11)] public bool IsGivenUp { get; init; }

    /// <summary>The free text that it asks for, once it was counted.</summary>
    [Id(12)] public ImmutableArray<TextCount> Texts { get; init; } = [];

    /// <summary>Who let its free text leave.</summary>
    [Id(13)] public ReleaseApproval? TextApproval { get; init; }

    /// <summary>Who did not, and why.</summary>
    [Id(14)] public ReleaseApproval? TextRefusal { get; init; }

    /// <summary>It asks for free text, and nobody has decided on it yet.</summary>
    public bool WaitsForTexts => IsUnfinished && !Request.Recipe.Texts.IsDefaultOrEmpty && TextApproval is null && TextRefusal is null;

    /// <summary>Rows can be told apart by the chosen columns, and nobody has looked it over yet.</summary>
    public bool WaitsForApproval => Contents?.Anonymity is { Holds: false } && Approval is null;

    /// <summary>Begun, and not all of its files are in the vault.</summary>
    public bool IsUnfinished => Exists && Contents is null && !IsGivenUp;

    public ReleaseFile? File(string name) => Contents?.Files.FirstOrDefault(f => f.Name == name);
}
