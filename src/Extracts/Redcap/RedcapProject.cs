using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>
/// A study as a REDCap project: waves are events of one arm, families are records, every measure is a form that repeats within its event, and two forms hold what is
/// known of the family and of the interview.
/// </summary>
public sealed class RedcapProject
{
    /// <summary>The table's name among the registers; no extract has it.</summary>
    public const string TableName = "redcap-records";

    public const string RecordId = "record_id";
    public const string FamilyForm = "family";
    public const string InterviewForm = "interview";
    public const string EventColumn = "redcap_event_name";
    public const string InstrumentColumn = "redcap_repeat_instrument";
    public const string InstanceColumn = "redcap_repeat_instance";
    public const string GroupColumn = "redcap_data_access_group";

    private static readonly ConditionalWeakTable<StudyDesign, ConditionalWeakTable<StudyInstruments, RedcapProject>> Known = [];

    private RedcapProject(StudyFrame frame)
    {
        var design = frame.Design;
        Title = design.Title;
        Synthetic = design.Synthetic;
        Events = [.. design.Waves.Select(w => new RedcapEvent($"{RedcapNames.Clean(w.Code.Text)}_arm_1", w.Name, w.Code.Text, w.Number))];
        var measures = Measure.AllOf(frame.Shelf);
        var names = new RedcapNames();
        var groups = new List<ColumnGroup<FamilyReading>>
        {
            FamilyColumns.Family.Over<FamilyReading>(r => r),
            Spec.Count<FamilyReading>(EventColumn, "Event", r => Cells.Dense(r.Redcap.Wave.Index)).Over<FamilyReading>(r => r),
            Spec.Text<FamilyReading>(InstrumentColumn, "Repeat Instrument", r => r.Redcap.Measure?.Code ?? (TextCell)MissingReason.NotApplicable).Over<FamilyReading>(r => r),
            Spec.Count<FamilyReading>(InstanceColumn, "Repeat Instance", r => r.Redcap.Measure is null ? Cells.Dense(MissingReason.NotApplicable) : Cells.Dense(r.Redcap.Instance)).Over<FamilyReading>(r => r),
            Spec.Text<FamilyReading>(GroupColumn, "Data Access Group", r => r.SiteNow).Over<FamilyReading>(r => r),
        };
        var forms = ImmutableArray.CreateBuilder<RedcapForm>();
        var record = new RedcapField(FamilyForm, names.Field(FamilyForm, RecordId), "text", "Family") { Columns = [new(RecordId, FamilyColumns.Family.Column.Name)] };
        forms.Add(new(FamilyForm, "Family", false, [record, .. Base(FamilyForm, [.. RedcapFrame.Family(design)], RedcapFrame.FamilyStatus, r => r)]) { Waves = [0] });
        forms.Add(new(InterviewForm, "Interview", false, Base(InterviewForm, [.. RedcapFrame.Interview(design)], RedcapFrame.InterviewStatus, r => r.Redcap.Wave)) { Waves = [.. design.Waves.Select((_, i) => i)] });
        foreach (var measure in measures) forms.Add(Form(measure));
        Forms = forms.ToImmutable();
        Dataset = new(TableName, DatasetShape.Long, "Records as a REDCap project has them", RowUnit.RedcapRow(measures), groups);

        ImmutableArray<RedcapField> Base<T>(string form, ImmutableArray<ColumnSpec<T>> specs, ColumnSpec<T> status, Func<FamilyReading, T> part)
        {
            var fields = specs.Select(s => RedcapFrame.Field(form, names.Field(form, s.Column.Name), s.Column, FramePrefix(form))).ToList();
            groups.AddRange(specs.Append(status).Select(s => s.Over(part, FramePrefix(form), "")));
            return [.. fields, RedcapFrame.Status(form, FramePrefix(form))];
        }

        RedcapForm Form(Measure measure)
        {
            var (form, merged) = (measure.Code, new MergedForms(frame, VersionLayout.Merged, measure.Instruments));
            var about = RedcapFrame.Form.Select(s => RedcapFrame.Field(form, names.Field(form, $"{form}_{s.Column.Name}"), s.Column, FramePrefix(form))).ToList();
            groups.AddRange(RedcapFrame.Form.Append(RedcapFrame.FormStatus).Select(s => s.Over<FamilyReading>(r => r.RedcapForm(measure), FramePrefix(form), "")));
            groups.Add(new ItemBlock(merged).Over(r => r.RedcapForm(measure), ItemPrefix(form), ""));
            groups.AddRange(ItemColumns.Wider(merged).Select(s => s.Over<FamilyReading>(r => r.RedcapForm(measure), ItemPrefix(form), "")));
            var scores = new ScoreBlock(merged);
            if (!scores.IsEmpty) groups.Add(scores.Over(r => r.RedcapForm(measure), ScorePrefix(form), ""));
            groups.AddRange(ScoreBlock.WithDecimals(merged, r => r.RedcapForm(measure), ScorePrefix(form), ""));
            var items = new RedcapItems(form, measure.Prefix, merged, names);
            RedcapField[] asked = [.. items.All()];
            return new(form, measure.Title, true, [.. about, .. asked, .. new RedcapScores(form, measure.Prefix, merged, names, items.Fields).All(), RedcapFrame.Status(form, FramePrefix(form))]) { Waves = Waves(design, measure) };
        }
    }

    public string Title { get; }

    public bool Synthetic { get; }

    /// <summary>In the order of the design's waves.</summary>
    public ImmutableArray<RedcapEvent> Events { get; }

    public ImmutableArray<RedcapForm> Forms { get; }

    /// <summary>What the records are read from.</summary>
    public Dataset Dataset { get; }

    /// <summary>In the order of the dictionary; fields that say whether a form is complete are in it too.</summary>
    public IEnumerable<RedcapField> Fields => Forms.SelectMany(f => f.Fields);

    /// <summary>Made once per design and set of instruments.</summary>
    public static RedcapProject Of(StudyFrame frame) => Known.GetValue(frame.Design, _ => []).GetValue(frame.Instruments, _ => new(frame));

    internal static string FramePrefix(string form) => $"{form}/";

    internal static string ItemPrefix(string form) => $"{form}.";

    internal static string ScorePrefix(string form) => $"{form}#";

    /// <summary>Where the schedule asks for it; everywhere, where the schedule never does.</summary>
    private static ImmutableArray<int> Waves(StudyDesign design, Measure measure)
    {
        int[] all = [.. Enumerable.Range(0, design.Waves.Length)];
        int[] asked = [.. all.Where(i => design.Schedule.Any(rule => rule.IsAt(design.Waves[i].Code) && measure.Has(design.InstrumentAt(rule, design.Waves[i]))))];
        return [.. asked.Length > 0 ? asked : all];
    }
}
