using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>What stands on a sheet; one of the four lists is filled.</summary>
public sealed record SheetContent(SheetView Sheet)
{
    public ImmutableArray<VisitCard> Visits { get; init; } = [];
    public ImmutableArray<LabelCard> Labels { get; init; } = [];
    public ImmutableArray<DayLine> Day { get; init; } = [];
    public ImmutableArray<TryLine> Attempts { get; init; } = [];
}

/// <summary>What an interviewer takes to one family: no surname, address or number of anybody, and of one adult only how they may safely be reached.</summary>
/// <param name="Safety">Lines about the one who is to be met; read before anything else.</param>
/// <param name="Language">Of the last interview; empty where there was none.</param>
public sealed record VisitCard(FamilyId Family, string Wave)
{
    /// <summary>What is to be minded for everybody's safety, first of all.</summary>
    public ImmutableArray<string> Risks { get; init; } = [];
    public ImmutableArray<string> Safety { get; init; } = [];
    public MemberId? With { get; init; }
    public ImmutableArray<VisitTime> Times { get; init; } = [];
    public string Language { get; init; } = "";
    public Interpreter? Interpreter { get; init; }
    public ImmutableArray<VisitMember> Members { get; init; } = [];
    public ImmutableArray<VisitForm> Forms { get; init; } = [];
    public ImmutableArray<VisitConsent> Consents { get; init; } = [];
}

/// <summary>A meeting that is booked; the place is a code.</summary>
public sealed record VisitTime(DateTimeOffset Start, int Minutes, string Place, string? Second);

/// <summary>Completed years on the day of printing, where they are known.</summary>
public sealed record VisitMember(MemberId Member, string FirstName, int? Age);

public sealed record VisitForm(InstrumentId Instrument, string About, string From);

/// <summary>A consent that stands, with the version of the wording that was read or signed.</summary>
public sealed record VisitConsent(string For, string Wording, DateOnly On);

/// <summary>A label for one paper form: its bar code says what the text below it says.</summary>
public sealed record LabelCard(FormLabel Label, string About, string From)
{
    public string Text => Label.ToString();
}

/// <summary>One appointment of an interviewer's day.</summary>
public sealed record DayLine(FamilyId Family, int Number, DateTimeOffset Start, int Minutes, int Travel, string Mode, string Place, string? Second, string State, bool NeedsTwo = false);

/// <summary>A family that is to be tried, and how often it was.</summary>
/// <param name="Safety">How the one who is to be reached may safely be reached.</param>
public sealed record TryLine(FamilyId Family, MemberId? With, int Made, int? Most, ImmutableArray<string> Untried, ImmutableArray<string> Safety);
