using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Workers;

/// <summary>On what terms a social worker is employed.</summary>
public enum Employment { NotKnown = 0, Permanent = 1, Agency = 2 }

/// <summary>Terms of employment from a day on, until the next spell or the day of leaving.</summary>
[GenerateSerializer, Immutable, Alias("sos.employment-spell")]
public sealed record EmploymentSpell([property: Id(0)] Employment Employment, [property: Id(1)] DateOnly From);

/// <summary>A social worker as folded from their facts. The name stays out of every extract.</summary>
[GenerateSerializer, Immutable, Alias("sos.worker")]
public sealed record SocialWorker([property: Id(0)] WorkerId Id)
{
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public SiteCode Site { get; init; }
    [Id(3)] public string Team { get; init; } = "";

    /// <summary>In order of their dates.</summary>
    [Id(4)] public ImmutableArray<EmploymentSpell> Spells { get; init; } = [];
    [Id(5)] public DateOnly? LeftOn { get; init; }

    /// <summary>What they answered about their own work: one form a wave and instrument.</summary>
    [Id(6)] public ImmutableArray<UnitForm> Forms { get; init; } = [];

    /// <summary>The authority's own number for them; empty where none was given.</summary>
    [Id(7)] public string Alias { get; init; } = "";

    /// <summary>How many facts have been folded.</summary>
    [Id(8)] public int Version { get; init; }

    public bool IsKnown => Name.Length > 0;

    public Employment EmploymentOn(DateOnly day) => Spells.LastOrDefault(s => s.From <= day)?.Employment ?? Employment.NotKnown;

    /// <summary>Whether they were agency staff on any day from one day to another, both inside; <c>null</c> where their terms are not known.</summary>
    public bool? AgencyBetween(DateOnly from, DateOnly to)
    {
        var unknown = Spells.IsEmpty || Spells[0].From > from;
        for (var i = 0; i < Spells.Length; i++)
        {
            var ends = i + 1 < Spells.Length ? Spells[i + 1].From : DateOnly.MaxValue;
            if (Spells[i].From > to || ends <= from) continue;
            if (Spells[i].Employment == Employment.Agency) return true;
            unknown |= Spells[i].Employment == Employment.NotKnown;
        }
        return unknown ? null : false;
    }

    public static SocialWorker Fold(SocialWorker worker, Recorded<WorkerFact> fact) => Apply(worker, fact) with { Version = fact.Head.N };

    private static SocialWorker Apply(SocialWorker worker, Recorded<WorkerFact> fact) => fact.Content switch
    {
        WorkerFact.Registered f => worker with { Name = f.Name, Site = f.Site, Team = f.Team, Alias = f.Alias ?? "", Spells = [new(f.Employment, f.From)] },
        WorkerFact.Renamed f => worker with { Name = f.Name },
        WorkerFact.EmploymentChanged f => worker with { Spells = [.. worker.Spells.Where(s => s.From != f.From).Append(new(f.Employment, f.From)).OrderBy(s => s.From)] },
        WorkerFact.TeamChanged f => worker with { Team = f.Team, Site = f.Site },
        WorkerFact.Left f => worker with { LeftOn = f.On },
        WorkerFact.FormEntered f => worker with { Forms = UnitFormRules.With(worker.Forms, f.Form, fact.Head) },
        _ => worker,
    };
}

/// <summary>What can happen to a social worker.</summary>
[RecordKind("sos.worker")]
[JsonDerivedType(typeof(Registered), "worker.registered")]
[JsonDerivedType(typeof(Renamed), "worker.renamed")]
[JsonDerivedType(typeof(EmploymentChanged), "worker.employment-changed")]
[JsonDerivedType(typeof(TeamChanged), "worker.team-changed")]
[JsonDerivedType(typeof(Left), "worker.left")]
[JsonDerivedType(typeof(FormEntered), "worker.form-entered")]
[JsonDerivedType(typeof(FamiliesReassigned), "worker.families-reassigned")]
public abstract record WorkerFact
{
    private WorkerFact() { }

    public sealed record Registered(string Name, SiteCode Site, string Team, Employment Employment, DateOnly From, string? Alias = null) : WorkerFact;
    public sealed record Renamed(string Name) : WorkerFact;
    public sealed record EmploymentChanged(Employment Employment, DateOnly From) : WorkerFact;
    public sealed record TeamChanged(SiteCode Site, string Team, DateOnly From) : WorkerFact;
    public sealed record Left(DateOnly On) : WorkerFact;
    public sealed record FormEntered(UnitFormEntry Form) : WorkerFact;
    public sealed record FamiliesReassigned(ImmutableArray<ReassignedFamily> Families, DateOnly On, string Source, bool Leaves) : WorkerFact;
}

/// <summary>Decisions about a social worker.</summary>
public static class WorkerRules
{
    public static Decision<ImmutableArray<WorkerFact>> Register(SocialWorker worker, WorkerFact.Registered details) =>
        worker.IsKnown ? WorkerRefusals.Taken(worker.Id)
        : string.IsNullOrWhiteSpace(details.Name) || details.Name.Length > 120 ? WorkerRefusals.Name
        : details.Team.Length > 80 ? WorkerRefusals.Team
        : details.Alias is { Length: 0 or > 80 } ? WorkerRefusals.Alias
        : Facts.Of<WorkerFact>(details);

    public static Decision<ImmutableArray<WorkerFact>> Rename(SocialWorker worker, string name) =>
        !worker.IsKnown ? WorkerRefusals.Unknown(worker.Id)
        : string.IsNullOrWhiteSpace(name) || name.Length > 120 ? WorkerRefusals.Name
        : worker.Name == name ? Facts.None<WorkerFact>()
        : Facts.Of<WorkerFact>(new WorkerFact.Renamed(name));

    public static Decision<ImmutableArray<WorkerFact>> ChangeTeam(SocialWorker worker, SiteCode site, string team, DateOnly from) =>
        !worker.IsKnown ? WorkerRefusals.Unknown(worker.Id)
        : team.Length > 80 ? WorkerRefusals.Team
        : worker.LeftOn is { } left && left <= from ? WorkerRefusals.HasLeft(left)
        : (worker.Site, worker.Team) == (site, team) ? Facts.None<WorkerFact>()
        : Facts.Of<WorkerFact>(new WorkerFact.TeamChanged(site, team, from));

    public static Decision<ImmutableArray<WorkerFact>> ChangeEmployment(SocialWorker worker, Employment employment, DateOnly from) =>
        !worker.IsKnown ? WorkerRefusals.Unknown(worker.Id)
        : worker.LeftOn is { } left && left <= from ? WorkerRefusals.HasLeft(left)
        : worker.Spells.Contains(new(employment, from)) ? Facts.None<WorkerFact>()
        : Facts.Of<WorkerFact>(new WorkerFact.EmploymentChanged(employment, from));

    public static Decision<ImmutableArray<WorkerFact>> Leave(SocialWorker worker, DateOnly on) =>
        !worker.IsKnown ? WorkerRefusals.Unknown(worker.Id)
        : worker.LeftOn == on ? Facts.None<WorkerFact>()
        : worker.Spells[0].From > on ? WorkerRefusals.LeftBeforeStart(worker.Spells[0].From)
        : Facts.Of<WorkerFact>(new WorkerFact.Left(on));

    public static Decision<ImmutableArray<WorkerFact>> EnterForm(SocialWorker worker, StudyFrame frame, UnitFormEntry entry, Stamp stamp) =>
        !worker.IsKnown ? WorkerRefusals.Unknown(worker.Id)
        : worker.LeftOn is { } left && left < entry.CompletedOn ? WorkerRefusals.HasLeft(left)
        : UnitFormRules.Enter(worker.Forms, frame, InstrumentSubject.Worker, entry, stamp).Then(changes => changes ? Facts.Of<WorkerFact>(new WorkerFact.FormEntered(entry)) : Facts.None<WorkerFact>());
}

public static class WorkerRefusals
{
    public static readonly Refusal Name = new("worker.name", "Give the worker's name, at most 120 characters.");
    public static readonly Refusal Team = new("worker.team", "Give a team of at most 80 characters.");
    public static readonly Refusal Alias = new("worker.alias", "Give the authority's own number for the worker in at most 80 characters.");
    public static readonly Refusal NotAnId = new("worker.not-an-id", "That is not a worker id. Check it for a mistyped character.", RefusalKind.Invalid);
    public static Refusal Taken(WorkerId id) => new("worker.taken", $"Worker {id} is already registered.", RefusalKind.Conflict);
    public static Refusal Unknown(WorkerId id) => new("worker.unknown", $"There is no worker {id}.", RefusalKind.NotFound);
    public static Refusal HasLeft(DateOnly on) => new("worker.has-left", $"This worker left on {DayWords.Of(on)}.", RefusalKind.Conflict);
    public static Refusal LeftBeforeStart(DateOnly start) => new("worker.left-before-start", $"This worker started on {DayWords.Of(start)}; leaving cannot be earlier.");
}
