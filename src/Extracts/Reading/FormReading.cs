using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>One form as its cells are read, or why there is none.</summary>
public sealed class FormReading(FamilyReading reading)
{
    private short[] scores = [];
    private bool scored;
    private Member? subject;
    private Member? respondent;

    public FamilyReading Reading => reading;

    public WaveReading Wave { get; private set; } = null!;

    public Form? Form { get; private set; }

    public InstrumentDefinition? Instrument { get; private set; }

    /// <summary>Why there is no form, where there is none.</summary>
    public MissingReason Missing { get; private set; }

    internal bool IsRead { get; private set; }

    public Member? Subject => subject ??= Form is null ? null : reading.MemberOf(Form.Place.Subject);

    public Member? Respondent => respondent ??= Form is null ? null : reading.MemberOf(Form.Place.Respondent);

    /// <summary>In the order of <see cref="Instrument"/>'s score plan.</summary>
    public ReadOnlySpan<short> Scores
    {
        get
        {
            if (Form is null || Instrument is null) return [];
            var plan = ScorePlan.Of(Instrument);
            if (scores.Length < plan.Count) scores = new short[plan.Count];
            if (!scored) plan.Score(Form.Answers, scores);
            scored = true;
            return scores.AsSpan(0, plan.Count);
        }
    }

    internal void Read(WaveReading wave, Form form, InstrumentDefinition instrument)
    {
        (Wave, Form, Instrument, IsRead) = (wave, form, instrument, true);
        (subject, respondent, scored) = (null, null, false);
    }

    internal void ReadNone(WaveReading wave, MissingReason why)
    {
        (Wave, Form, Instrument, Missing, IsRead) = (wave, null, null, why, true);
        (subject, respondent) = (null, null);
    }

    internal void Forget() => IsRead = false;

}
