using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Sheets;

/// <summary>What a sheet is for. Numbers and names are stored; append only.</summary>
public enum SheetKind
{
    /// <summary>One page for each family that is to be visited.</summary>
    Visit = 0,
    /// <summary>A label for each paper form that is due.</summary>
    Labels = 1,
    /// <summary>An interviewer's appointments of one day.</summary>
    Day = 2,
    /// <summary>Whom to try, with room to write down what came of it.</summary>
    Attempts = 3,
}

/// <summary>What is to be printed.</summary>
/// <param name="Families">Whom the sheet is about.</param>
/// <param name="Sites">Where they were when it was printed.</param>
/// <param name="DestroyBy">The last day on which the paper may be there.</param>
[GenerateSerializer, Immutable, Alias("sos.sheet-plan")]
public sealed record SheetPlan(
    [property: Id(0)] SheetKind Kind, [property: Id(1)] ImmutableArray<FamilyId> Families, [property: Id(2)] ImmutableArray<SiteCode> Sites, [property: Id(3)] DateOnly DestroyBy)
{
    [Id(4)] public WaveCode? Wave { get; init; }

    /// <summary>The account of the interviewer whose day or whose families it is.</summary>
    [Id(5)] public string? Interviewer { get; init; }

    /// <summary>The day that it is for.</summary>
    [Id(6)] public DateOnly? On { get; init; }
}

/// <summary>What became of a sheet. Numbers and names are stored; append only.</summary>
public enum SheetEnd { Destroyed = 0, Lost = 1 }

/// <summary>A sheet that was printed, and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("sos.sheet")]
public sealed record Sheet([property: Id(0)] SheetId Id, [property: Id(1)] SheetPlan Plan, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At, [property: Id(4)] OperationId Operation)
{
    /// <summary><c>null</c> while it is out.</summary>
    [Id(5)] public SheetEnd? End { get; init; }
    [Id(6)] public string? EndedBy { get; init; }
    [Id(7)] public DateTimeOffset? EndedAt { get; init; }
    [Id(8)] public string? Why { get; init; }

    public bool IsOut => End is null;

    public bool IsOverdue(DateOnly today) => IsOut && Plan.DestroyBy < today;
}

/// <summary>One book of sheets. When it is full the next one is begun, so that no record grows without end.</summary>
[GenerateSerializer, Immutable, Alias("sos.sheet-book")]
public sealed record SheetBook([property: Id(0)] int Number)
{
    public const int Most = 400;

    [Id(1)] public ImmutableArray<Sheet> Sheets { get; init; } = [];

    public bool IsFull => Sheets.Length >= Most;

    public Sheet? Sheet(SheetId id) => id.Book == Number && id.Number >= 1 && id.Number <= Sheets.Length ? Sheets[id.Number - 1] : null;
}
