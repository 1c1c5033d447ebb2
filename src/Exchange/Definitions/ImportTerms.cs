using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Definitions;

/// <summary>What a file of questions does not say of the instrument that it becomes, and the person who brings it does.</summary>
public sealed record ImportTerms
{
    /// <summary>In place of the id that the file gives; for a file of several forms the first part of each id.</summary>
    public InstrumentId? Id { get; init; }

    /// <summary>Gives an id and a title where the file gives none.</summary>
    public string? FileName { get; init; }

    public InstrumentSubject Subject { get; init; } = InstrumentSubject.Family;

    public ImmutableArray<RespondentRole> Respondents { get; init; } = [RespondentRole.Parent];

    public ConsentScope Consent { get; init; } = ConsentScope.Interview;

    public Track Track { get; init; } = Track.Interview;

    /// <summary>How often a repeating section can be filled in where the file sets no number.</summary>
    public int Repeats { get; init; } = 10;

    /// <summary>The definition that a new version follows, so that a choice keeps its code.</summary>
    public Func<InstrumentId, InstrumentDefinition?> Earlier { get; init; } = _ => null;

    /// <summary>Whether filled forms come with the questions: choices that are hidden by now stay offered, since forms from before may hold them.</summary>
    public bool WithForms { get; init; }
}
