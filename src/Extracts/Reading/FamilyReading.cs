using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>
/// One family as rows are read from it. Used again for the next family, so that 100,000 rows cost no more memory than one; what is dear is worked out when
/// first asked for. Not for use by two threads.
/// </summary>
public sealed partial class FamilyReading
{
    private readonly Dictionary<string, string> pseudonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<Measure, FormReading[]> mainForms = [];
    private bool someUseWithdrawn;
    private List<TwiceReading> twice = [];
    private ImmutableArray<UnitReading>? units;
    private ImmutableArray<SocialWorker>? workers;
    private ImmutableArray<Site>? sites;
    private ImmutableArray<FocusGroup>? groups;

    public FamilyReading(ProjectionContext context)
    {
        Context = context;
        Waves = [.. context.Frame.Design.Waves.Select((wave, i) => new WaveReading(this, wave, i))];
        Form = new(this);
    }

    public ProjectionContext Context { get; }

    public StudyFrame Frame => Context.Frame;

    public StudyDesign Design => Context.Frame.Design;

    public FamilyState Family { get; private set; } = null!;

    /// <summary>In the order of the design.</summary>
    public ImmutableArray<WaveReading> Waves { get; }

    /// <summary>The form of a row that is one form.</summary>
    public FormReading Form { get; }

    /// <summary>The child of a row that is one child; else the index child.</summary>
    public Member? Child { get; private set; }

    /// <summary>The spell of a row that is one spell.</summary>
    public int Spell { get; internal set; }

    /// <summary>The event, disposition, attempt, tracing, appointment, worker, site or focus group of a row that is one, by its place.</summary>
    public int Place { get; internal set; }

    /// <summary>The item of a row that is one item of a form that was entered twice.</summary>
    public TwiceReading? Twice { get; private set; }

    /// <summary>Whose form it is, in a row that is a worker's or a site's form.</summary>
    public UnitReading Unit { get; internal set; } = null!;

    /// <summary>Every form of an instrument about workers or sites that may be read.</summary>
    internal ImmutableArray<UnitReading> Units(InstrumentDefinition instrument) => units ??= UnitReading.All(Frame, instrument, Context.Scope);

    /// <summary>The social workers who may be read, in order of their ids.</summary>
    internal ImmutableArray<SocialWorker> Workers => workers ??= [.. Frame.Workers.Values.Where(w => Context.Scope is not { } scope || scope.Contains(w.Site)).OrderBy(w => w.Id)];

    /// <summary>The sites that may be read, in order of their codes.</summary>
    internal ImmutableArray<Site> Sites => sites ??= [.. Frame.Sites.Values.Where(s => Context.Scope is not { } scope || scope.Contains(s.Code)).OrderBy(s => s.Code)];

    /// <summary>The focus groups that may be read, in order of their ids.</summary>
    internal ImmutableArray<FocusGroup> Groups => groups ??= [.. Frame.Groups.Values.Where(g => g.Plan is { } plan && (Context.Scope is not { } scope || scope.Contains(plan.Site))).OrderBy(g => g.Id)];

    public string SiteAtEnrolment { get; private set; } = "";

    public string SiteNow { get; private set; } = "";

    public void Read(FamilyState family)
    {
        Family = family;
        (SiteAtEnrolment, SiteNow) = (family.SiteAtEnrolment.Text, family.Site.Text);
        someUseWithdrawn = false;
        foreach (var consent in family.Consents) someUseWithdrawn |= consent.Extent is not null;
        foreach (var wave in Waves) wave.Reset();
        Turn(family.IndexChild is { } index ? family.Member(index) : null);
    }

    /// <summary>Makes a child the row's.</summary>
    public void Turn(Member? child)
    {
        Child = child;
        foreach (var readings in mainForms.Values)
            foreach (var reading in readings) reading.Forget();
    }

    /// <summary>The main respondent's form of a measure at a wave, about the row's child where the measure is about children.</summary>
    public FormReading MainForm(Measure measure, int wave)
    {
        if (!mainForms.TryGetValue(measure, out var readings))
        {
            readings = [.. Waves.Select(_ => new FormReading(this))];
            mainForms.Add(measure, readings);
        }
        var reading = readings[wave];
        if (!reading.IsRead) MainForms.Find(reading, measure, Waves[wave]);
        return reading;
    }

    /// <summary>Whether what a form holds may be used: consent may have been withdrawn from use.</summary>
    public bool MayUse(InstrumentDefinition instrument, FormPlace place) =>
        !someUseWithdrawn || Family.Consents.AllowUse(instrument.Consent, place.Subject.Member, place.Respondent.Member, Context.Today);

    /// <summary>Whether what comes from the case file, such as who held the case and what happened in it, may be used.</summary>
    public bool MayUseCaseFile => !someUseWithdrawn || Family.Consents.AllowUse(ConsentScope.CaseFile, null, Context.Today);

    public SecondStatus SecondStatusOf(Form form) => SecondStatuses.Of(form, place => Context.Sample.Draws(Design, Family.Id, place));

    /// <summary>Whether the analyst leaves a form out until its second entry is in and settled.</summary>
    public bool LeavesOut(Form form) => Context.SettledOnly && SecondStatusOf(form).IsOpen();

    internal List<TwiceReading> ReadTwice() => twice = [.. TwiceReading.Of(this)];

    internal void Turn(int compared) => Twice = twice[compared];

    public WaveReading WaveOf(WaveCode code)
    {
        foreach (var wave in Waves) if (wave.Design.Code == code) return wave;
        throw new InvalidDataException($"Family {Family.Id} has something at wave '{code}', which is not in the design.");
    }

    public Member? MemberOf(Party party)
    {
        var text = party.ToString();
        foreach (var member in Family.Members) if (member.Id.ToString() == text) return member;
        return null;
    }

    public string Pseudonym(string account)
    {
        if (pseudonyms.TryGetValue(account, out var known)) return known;
        var made = Context.Pseudonym(account);
        pseudonyms.Add(account, made);
        return made;
    }

    public string BandOf(SiteCode site, DateOnly day) => Frame.Sites.TryGetValue(site, out var at) ? at.BandOn(day) : "";
}
