using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Study.Design;

/// <summary>What can happen to the study itself.</summary>
[RecordKind("sos.study")]
[JsonDerivedType(typeof(Opened), "study.opened")]
[JsonDerivedType(typeof(BandDeclared), "study.band-declared")]
[JsonDerivedType(typeof(CohortDeclared), "study.cohort-declared")]
[JsonDerivedType(typeof(WaveDeclared), "study.wave-declared")]
[JsonDerivedType(typeof(ScheduleDeclared), "study.schedule-declared")]
[JsonDerivedType(typeof(ChildrenDeclared), "study.children-declared")]
[JsonDerivedType(typeof(FollowUpFormDeclared), "study.follow-up-form-declared")]
[JsonDerivedType(typeof(WaveFrozen), "study.wave-frozen")]
[JsonDerivedType(typeof(WaveThawed), "study.wave-thawed")]
[JsonDerivedType(typeof(DoubleEntryDeclared), "study.double-entry-declared")]
[JsonDerivedType(typeof(QualityRuleDeclared), "study.quality-rule-declared")]
[JsonDerivedType(typeof(QualityRuleRemoved), "study.quality-rule-removed")]
[JsonDerivedType(typeof(ContactProtocolDeclared), "study.contact-protocol-declared")]
[JsonDerivedType(typeof(ReliableChangeStated), "study.reliable-change-stated")]
[JsonDerivedType(typeof(GroupTargetSet), "study.group-target-set")]
[JsonDerivedType(typeof(EligibilityDeclared), "study.eligibility-declared")]
[JsonDerivedType(typeof(SampleDeclared), "study.sample-declared")]
[JsonDerivedType(typeof(SecondFactorDeclared), "study.second-factor-declared")]
public abstract record StudyFact
{
    private StudyFact() { }

    public sealed record Opened(string Title, string Template, bool Synthetic, string TimeZone) : StudyFact;
    public sealed record BandDeclared(BandDesign Band) : StudyFact;
    public sealed record CohortDeclared(CohortDesign Cohort) : StudyFact;
    public sealed record WaveDeclared(WaveDesign Wave) : StudyFact;
    public sealed record ScheduleDeclared(ImmutableArray<DueRule> Schedule) : StudyFact;
    public sealed record ChildrenDeclared(ChildSelection Selection, IndexChoice Choice, int Youngest, int Oldest) : StudyFact;
    public sealed record FollowUpFormDeclared(FollowUpForm Form) : StudyFact;
    public sealed record WaveFrozen(WaveCode Wave) : StudyFact;
    public sealed record WaveThawed(WaveCode Wave) : StudyFact;
    public sealed record DoubleEntryDeclared(DoubleEntryShare Share) : StudyFact;

    public sealed record QualityRuleDeclared(DeclaredRule Rule) : StudyFact;
    public sealed record QualityRuleRemoved(string Code) : StudyFact;
    public sealed record ReliableChangeStated(ReliableChange Change) : StudyFact;

    public sealed record ContactProtocolDeclared(ContactProtocol Protocol) : StudyFact;
    public sealed record GroupTargetSet(GroupTarget Target) : StudyFact;

    public sealed record EligibilityDeclared(ImmutableArray<EligibilityRule> Rules) : StudyFact;

    /// <summary>What kind of sample it is; the reason says what makes it one.</summary>
    public sealed record SampleDeclared(SampleKind Kind) : StudyFact;

    /// <summary>Whether everybody whose role shows contact details needs a second factor to sign in.</summary>
    public sealed record SecondFactorDeclared(bool Required) : StudyFact;

    /// <summary>The design after one more fact; an erased one changes nothing.</summary>
    public static StudyDesign Fold(StudyDesign design, Recorded<StudyFact> fact) => Apply(design, fact) with { Version = fact.Head.N };

    private static StudyDesign Apply(StudyDesign design, Recorded<StudyFact> fact) => fact.Content switch
    {
        Opened f => design with { Title = f.Title, Template = f.Template, Synthetic = f.Synthetic, TimeZone = f.TimeZone },
        BandDeclared f => design with { Bands = [.. design.Bands.Where(b => b.Code != f.Band.Code), f.Band] },
        CohortDeclared f => design with { Cohorts = [.. design.Cohorts.Where(c => c.Code != f.Cohort.Code), f.Cohort] },
        WaveDeclared f => design with { Waves = [.. design.Waves.Where(w => w.Code != f.Wave.Code).Append(f.Wave).OrderBy(w => w.Number)] },
        ScheduleDeclared f => design with { Schedule = f.Schedule },
        ChildrenDeclared f => design with { Children = f.Selection, IndexChoice = f.Choice, YoungestChild = f.Youngest, OldestChild = f.Oldest },
        FollowUpFormDeclared f => design with { FollowUpForm = f.Form },
        WaveFrozen f => design with { Freezes = design.Freezes.Add(new(f.Wave, fact.Head.By, fact.Head.At, fact.Why ?? "")) },
        WaveThawed f => design with { Freezes = [.. design.Freezes.Select(z => z.Wave == f.Wave && z.Thawed is null ? z with { Thawed = new(fact.Head.By, fact.Head.At, fact.Why ?? "") } : z)] },
        DoubleEntryDeclared f => design with { DoubleEntry = DoubleEntryRules.With(design.DoubleEntry, f.Share) },
        QualityRuleDeclared f => design with { QualityRules = [.. design.QualityRules.Where(r => r.Code != f.Rule.Code), f.Rule] },
        QualityRuleRemoved f => design with { QualityRules = [.. design.QualityRules.Where(r => r.Code != f.Code)] },
        ContactProtocolDeclared f => design with { Protocol = f.Protocol },
        GroupTargetSet f => design with { GroupTargets = Groups.GroupTargets.With(design.GroupTargets, f.Target) },
        EligibilityDeclared f => design with { Eligibility = f.Rules },
        SampleDeclared f => design with { Sample = new(f.Kind, fact.Head.By, fact.Head.At, fact.Why ?? "") },
        SecondFactorDeclared f => design with { RequiresSecondFactor = f.Required },
        ReliableChangeStated f => design with { ReliableChange = f.Change },
        _ => design,
    };
}
