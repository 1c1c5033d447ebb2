using Orleans.Concurrency;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>When reminders are sent and what they say. One for the study, under the key <c>reminders</c>.</summary>
[GrainInterfaceType("sos.reminders")]
public interface IReminders : IGrainWithStringKey
{
    [Alias("set-terms")] Task<Decision<ReminderPlan>> SetTerms(ReminderTerms terms, Stamp stamp);

    /// <summary>The wording of one language; replaces the one before.</summary>
    [Alias("set-wording")] Task<Decision<ReminderPlan>> SetWording(ReminderWording wording, Stamp stamp);
    [Alias("read"), ReadOnly] Task<ReminderPlan> Read();
}

/// <summary>The door to the reminders' terms and wordings.</summary>
[GrainType("sos-reminders")]
internal sealed class ReminderPlanGrain([PersistentState(ReminderKeys.State, Records.Provider)] IPersistentState<Ledger<ReminderPlanFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<ReminderPlanFact, ReminderPlan>(record, clock), IReminders
{
    protected override ReminderPlan Nothing { get; } = new();

    protected override ReminderPlan Fold(ReminderPlan state, Recorded<ReminderPlanFact> fact) => ReminderPlanFact.Fold(state, fact);

    public Task<Decision<ReminderPlan>> SetTerms(ReminderTerms terms, Stamp stamp) => Decide(stamp, (plan, _) => ReminderPlanRules.SetTerms(plan, terms), plan => plan);

    public Task<Decision<ReminderPlan>> SetWording(ReminderWording wording, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (plan, _) => ReminderPlanRules.SetWording(plan, frame, wording), plan => plan));

    public Task<ReminderPlan> Read() => Task.FromResult(State);
}

/// <summary>The only place where reminders are addressed.</summary>
public static class ReminderKeys
{
    public const string State = "reminders";

    public static IReminders Reminders(this IGrainFactory grains) => grains.GetGrain<IReminders>(State);

    public static IReminderRound ReminderRound(this IGrainFactory grains) => grains.GetGrain<IReminderRound>(State);

    public static IFamilyMessages Messages(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyMessages>(family.ToString());

    /// <summary>The digests of one account in one year.</summary>
    public static IDigestLog Digests(this IGrainFactory grains, string account, int year) => grains.GetGrain<IDigestLog>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{account}~{year}"));
}
