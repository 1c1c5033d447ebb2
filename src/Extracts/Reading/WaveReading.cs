using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>One wave of the family being read.</summary>
public sealed class WaveReading(FamilyReading reading, WaveDesign design, int index)
{
    private Known known;
    private DateOnly? interviewDay;
    private DateOnly? day;
    private InterviewOutcome outcome;
    private Window? window;
    private WorkerSpell? holder;
    private Between? since;
    private WaveFate? fate;

    [Flags]
    private enum Known { None = 0, InterviewDay = 1, Outcome = 2, Window = 4, Holder = 8, Since = 16, Day = 32, Fate = 64 }

    public FamilyReading Reading => reading;

    public FamilyState Family => reading.Family;

    public WaveDesign Design => design;

    public int Index => index;

    public Interview? Interview { get; private set; }

    /// <summary>The wave that this one follows; <c>null</c> for a first wave.</summary>
    public WaveReading? Before => design.After is { } before ? reading.WaveOf(before) : null;

    public DateOnly? InterviewDay => Once(Known.InterviewDay) ? interviewDay = WaveWindows.InterviewDay(reading.Design, Family, design) : interviewDay;

    public InterviewOutcome Outcome => Once(Known.Outcome) ? outcome = InterviewOutcomes.Of(reading.Frame, Family, design.Code) : outcome;

    public Window? Window => Once(Known.Window) ? window = WaveWindows.Of(reading.Design, Family, design) : window;

    public bool WindowClosed => Window is { } w && reading.Context.Today > w.Closes;

    /// <summary>The day that the wave stands for: that of the interview, else the window's target once it has come; never before the family was sampled.</summary>
    public DateOnly? Day => Once(Known.Day) ? day = InterviewDay ?? (Target is { } target && target <= reading.Context.Today ? target : null) : day;

    internal DateOnly? Target => Window is { } w ? w.Target < Family.SampledOn ? Family.SampledOn : w.Target : null;

    /// <summary>Who held the case on the wave's day.</summary>
    public WorkerSpell? Holder => Once(Known.Holder) ? holder = Day is { } on ? Continuity.HolderOn(Family.WorkerSpells, on) : null : holder;

    /// <summary>The interview's respondent, else the main one on the wave's day.</summary>
    public Member? Respondent => Family.MainRespondent(design.Code, Day ?? reading.Context.Today);

    public WaveFate Fate => Once(Known.Fate) ? (fate = WaveFate.Of(this))! : fate!;

    /// <summary>What happened to the case since the wave before; <c>null</c> for a first wave, or where that wave has no interview to count from.</summary>
    public Between? Since => Once(Known.Since) ? since = Between.Of(this) : since;

    public Employment EmploymentOf(CaseHolder? held, DateOnly on) =>
        held is CaseHolder.Named named && reading.Frame.Worker(named.Worker) is { } worker ? worker.EmploymentOn(on) : Employment.NotKnown;

    internal void Reset()
    {
        known = Known.None;
        Interview = Family.InterviewAt(design.Code);
    }

    private bool Once(Known part)
    {
        if ((known & part) != 0) return false;
        known |= part;
        return true;
    }
}
