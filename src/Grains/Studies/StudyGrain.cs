using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Studies;

/// <summary>The one study that a deployment runs: its design.</summary>
[GrainInterfaceType("sos.study")]
public interface IStudy : IGrainWithStringKey
{
    [Alias("open")] Task<Decision<StudyDesign>> Open(StudyDesign template, Stamp stamp);
    [Alias("declare-wave")] Task<Decision<StudyDesign>> DeclareWave(WaveDesign wave, Stamp stamp);
    /// <summary>Closes a wave to changes: no form of it changes and none comes to it until it is thawed.</summary>
    [Alias("freeze")] Task<Decision<StudyDesign>> Freeze(WaveCode wave, Stamp stamp);
    [Alias("thaw")] Task<Decision<StudyDesign>> Thaw(WaveCode wave, Stamp stamp);
    /// <summary>Which share of an instrument's forms is entered twice.</summary>
    [Alias("declare-double-entry")] Task<Decision<StudyDesign>> DeclareDoubleEntry(DoubleEntryShare share, Stamp stamp);
    [Alias("declare-quality-rule")] Task<Decision<StudyDesign>> DeclareQualityRule(DeclaredRule rule, Stamp stamp);
    [Alias("remove-quality-rule")] Task<Decision<StudyDesign>> RemoveQualityRule(string code, Stamp stamp);
    [Alias("state-reliable-change")] Task<Decision<StudyDesign>> StateReliableChange(ReliableChange change, Stamp stamp);
    /// <summary>How often and when families are tried.</summary>
    [Alias("declare-contact-protocol")] Task<Decision<StudyDesign>> DeclareContactProtocol(ContactProtocol protocol, Stamp stamp);
    /// <summary>What makes families ineligible; all rules anew.</summary>
    [Alias("declare-eligibility")] Task<Decision<StudyDesign>> DeclareEligibility(ImmutableArray<EligibilityRule> rules, Stamp stamp);
    /// <summary>What kind of sample it is, with what makes it one.</summary>
    [Alias("declare-sample")] Task<Decision<StudyDesign>> DeclareSample(SampleKind kind, Stamp stamp);
    [Alias("read")] Task<StudyDesign> Read();
}

/// <summary>The door to the study's design.</summary>
[GrainType("sos-study")]
internal sealed partial class StudyGrain([PersistentState(StudyKeys.State, Records.Provider)] IPersistentState<Ledger<StudyFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<StudyFact, StudyDesign>(record, clock), IStudy
{
    protected override StudyDesign Nothing { get; } = new();

    protected override StudyDesign Fold(StudyDesign state, Recorded<StudyFact> fact) => StudyFact.Fold(state, fact);

    protected override Task Committed() => frames.Put(State);

    public Task<Decision<StudyDesign>> Open(StudyDesign template, Stamp stamp) => frames.Decide(frame => Decide(stamp, (design, _) => StudyRules.Open(design, template, frame.Shelf), design => design));

    public Task<Decision<StudyDesign>> DeclareWave(WaveDesign wave, Stamp stamp) => frames.Decide(frame => Decide(stamp, (design, _) => StudyRules.DeclareWave(design, wave, frame.Shelf), design => design));

    public Task<Decision<StudyDesign>> Freeze(WaveCode wave, Stamp stamp) => Decide(stamp, (design, s) => FreezeRules.Freeze(design, wave, s), design => design);

    public Task<Decision<StudyDesign>> Thaw(WaveCode wave, Stamp stamp) => Decide(stamp, (design, s) => FreezeRules.Thaw(design, wave, s), design => design);

    public Task<Decision<StudyDesign>> DeclareDoubleEntry(DoubleEntryShare share, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (design, _) => DoubleEntryRules.Declare(design, frame.Shelf, share), design => design));

    public Task<Decision<StudyDesign>> DeclareQualityRule(DeclaredRule rule, Stamp stamp) => Decide(stamp, (design, _) => DeclaredRules.Declare(design, rule), design => design);

    public Task<Decision<StudyDesign>> RemoveQualityRule(string code, Stamp stamp) => Decide(stamp, (design, _) => DeclaredRules.Remove(design, code), design => design);

    public Task<Decision<StudyDesign>> StateReliableChange(ReliableChange change, Stamp stamp) => Decide(stamp, (design, _) => DeclaredRules.State(design, change), design => design);

    public Task<Decision<StudyDesign>> DeclareContactProtocol(ContactProtocol protocol, Stamp stamp) => Decide(stamp, (design, _) => ContactProtocolRules.Declare(design, protocol), design => design);

    public Task<Decision<StudyDesign>> DeclareEligibility(ImmutableArray<EligibilityRule> rules, Stamp stamp) => Decide(stamp, (design, _) => EligibilityRules.Declare(design, rules), design => design);

    public Task<Decision<StudyDesign>> DeclareSample(SampleKind kind, Stamp stamp) => Decide(stamp, (design, s) => SampleRules.Declare(design, kind, s), design => design);

    public Task<StudyDesign> Read() => Task.FromResult(State);
}

public static class StudyKeys
{
    /// <summary>The state's name and the one record's key.</summary>
    public const string State = "study";

    public static IStudyAccess StudyAccess(this IGrainFactory grains) => grains.GetGrain<IStudyAccess>(State);

    public static IGroupTargets GroupTargets(this IGrainFactory grains) => grains.GetGrain<IGroupTargets>(State);

    public static IStudy Study(this IGrainFactory grains) => grains.GetGrain<IStudy>(State);
}
