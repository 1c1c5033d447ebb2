using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>A form's place: which instrument, at which wave, about whom, from whom. One form a place.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-place")]
public readonly record struct FormPlace(
    [property: Id(0)] WaveCode Wave, [property: Id(1)] InstrumentId Instrument, [property: Id(2)] Party Subject, [property: Id(3)] Party Respondent)
{
    /// <summary>Whether what is said of this place is said of another: the same one, or this one with its respondent named at last.</summary>
    public bool IsSameAs(FormPlace other) => this == other || (Respondent == Party.Unnamed && this with { Respondent = other.Respondent } == other);

    public override string ToString() => $"{Wave}/{Instrument}/{Subject}/{Respondent}";
}

/// <summary>How a form was filled.</summary>
public enum FormMode { Paper = 0, Interview = 1, Telephone = 2, Online = 3, CaseFile = 4 }

/// <summary>What stands out about a form and was accepted with a reason.</summary>
public enum FormFlag
{
    /// <summary>The child's age on the day is outside the form's ages.</summary>
    WrongAgeForm = 0,
    /// <summary>The birth month makes two ages possible; the form fits one of them.</summary>
    BoundaryAge = 1,
    /// <summary>The design does not ask for this form at this wave.</summary>
    NotInSchedule = 2,
    /// <summary>The form's date lies outside the wave's window.</summary>
    OutsideWindow = 3,
}

public enum NotAchievedReason { Refused = 0, Unable = 1, NotReturned = 2, Lost = 3, NoRespondent = 4, Language = 5, RanOutOfTime = 6, Other = 7 }

/// <summary>One filled form in a family's state.</summary>
[GenerateSerializer, Immutable, Alias("sos.form")]
public sealed record Form(
    [property: Id(0)] FormPlace Place,
    [property: Id(1)] int InstrumentVersion,
    [property: Id(2)] DateOnly CompletedOn,
    [property: Id(3)] FormMode Mode,
    [property: Id(4)] string Language,
    [property: Id(5)] ImmutableArray<FormFlag> Flags,
    [property: Id(6)] Answers Answers,
    [property: Id(7)] DateTimeOffset EnteredAt,
    [property: Id(8)] string EnteredBy,
    [property: Id(9)] int Version)
{
    /// <summary>What else there is to know of it; <c>null</c> for most forms.</summary>
    [Id(10)] public FormTrail? Trail { get; init; }

    /// <summary>Who knows its answers beside whoever keyed it: they matched what was keyed to its family, or changed an answer. None of them enters it the second time, so nothing of it is hidden from them.</summary>
    public ImmutableArray<string> AlsoKnownTo => Trail is not { } trail ? [] : [.. trail.Changes.Select(c => c.By).Append(trail.MatchedBy).OfType<string>().Where(who => who != EnteredBy).Distinct()];

    public bool IsKnownTo(string person) => EnteredBy == person || (Trail is { } trail && (trail.MatchedBy == person || trail.Changes.Any(c => c.By == person)));

    /// <summary>The same form with more on its trail.</summary>
    public Form WithTrail(Func<FormTrail, FormTrail> grow) => this with { Trail = grow(Trail ?? FormTrail.Empty) };
}

/// <summary>Who keyed a form, and when.</summary>
[GenerateSerializer, Immutable, Alias("sos.keying")]
public sealed record Keying([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At);

/// <summary>A place that stays empty, and why.</summary>
[GenerateSerializer, Immutable, Alias("sos.not-achieved")]
public sealed record NotAchieved([property: Id(0)] FormPlace Place, [property: Id(1)] NotAchievedReason Reason, [property: Id(2)] DateOnly On);
