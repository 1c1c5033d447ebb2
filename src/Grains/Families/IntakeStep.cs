using System.Collections.Immutable;
using System.Diagnostics;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Something of a case that comes in a list, under the operation that would record it.</summary>
[GenerateSerializer, Immutable, Alias("sos.intake-step")]
public abstract record IntakeStep([property: Id(0)] Stamp Stamp)
{
    /// <summary>Who holds the case from a date on.</summary>
    [GenerateSerializer, Immutable, Alias("sos.intake-step.allocation")]
    public sealed record Allocation(
        Stamp Stamp, [property: Id(0)] CaseHolder Holder, [property: Id(1)] PartialDate From, [property: Id(2)] string Source, [property: Id(3)] DateOnly? KnownTo) : IntakeStep(Stamp);

    /// <summary>What happened in the case.</summary>
    [GenerateSerializer, Immutable, Alias("sos.intake-step.event")]
    public sealed record Event(Stamp Stamp, [property: Id(0)] CaseEvent What) : IntakeStep(Stamp);

    internal Decision<ImmutableArray<FamilyFact>> Decide(FamilyState family, StudyFrame frame)
    {
        var today = frame.Design.Today(Stamp.At);
        return this switch
        {
            Allocation a => CaseRules.Allocate(family, frame, new(a.Holder, a.From, a.Source, a.KnownTo), Stamp, today),
            Event e => CaseRules.Record(family, new(e.What.Kind, e.What.On, e.What.Child, e.What.Source), today),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Records it through the family's own door.</summary>
    public Task<Decision<FamilyState>> Take(IFamilyCase door) => this switch
    {
        Allocation a => door.Allocate(a.Holder, a.From, a.Source, a.KnownTo, Stamp),
        Event e => door.RecordEvent(e.What.Kind, e.What.On, e.What.Child, e.What.Source, Stamp),
        _ => throw new UnreachableException(),
    };
}
