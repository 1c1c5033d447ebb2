using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Tests.Study.Demo;

/// <summary>What EFFECTS.md says of the desk at which the demo's forms are entered, read off the folded families of the demo of 270.</summary>
public sealed class DemoEntryTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DemoStudyData Demo = new(270, Today);
    private static readonly StudyFrame Frame = DemoReplay.FrameOf(Demo);
    private static readonly DoubleEntrySample Sample = DemoReplay.SampleOf(Demo);
    private static readonly List<FamilyState> Families = [.. Demo.Families.Select(f => DemoReplay.Family(f, Frame, Today, Sample))];

    [Theory]
    [InlineData("sdq", 0.07, 0.13)]
    [InlineData("case-record", 0.16, 0.25)]
    public void A_tenth_of_the_sdqs_and_a_fifth_of_the_case_records_are_drawn_for_a_second_entry_by_somebody_else(string instrument, double least, double most)
    {
        var forms = Forms(instrument).ToList();
        Assert.InRange(forms.Average(f => Status(f.Family, f.Form) == SecondStatus.NotSampled ? 0.0 : 1.0), least, most);
        Assert.All(forms.Select(f => f.Form.Trail?.Second).OfType<SecondEntry>(), twice => Assert.NotEqual(twice.First.By, twice.Second.By));
        Assert.All(Enum.GetValues<SecondStatus>(), status => Assert.Contains(forms, f => Status(f.Family, f.Form) == status));
    }

    [Fact]
    public void Keying_goes_wrong_in_about_one_answer_of_a_hundred_and_coders_judge_alike_nine_times_in_ten()
    {
        Assert.InRange(Differing("sdq", [.. InstrumentShelf.Library["sdq-p-4-17"].Items.Take(25).Select(i => i.Name)]), 0.006, 0.02);
        Assert.InRange(Differing("case-record", ["abuse", "neglect", "mental", "substance", "plan", "safetyplan"]), 0.05, 0.13);

        static double Differing(string instrument, string[] items) =>
            Forms(instrument).Select(f => f.Form.Trail?.Second).OfType<SecondEntry>().SelectMany(t => items.Select(i => t.First.Answers[i] == t.Second.Answers[i] ? 0.0 : 1.0)).Average();
    }

    [Fact]
    public void A_settled_form_says_what_was_settled()
    {
        var settled = Families.SelectMany(f => f.Forms).Where(f => f.Trail?.Second is { SettledAt: not null }).ToList();
        Assert.True(settled.Count >= 10, $"{settled.Count} are settled");
        Assert.All(settled, f => Assert.All(f.Trail!.Second!.Settled.Where(s => !s.Item.StartsWith('@')), s => Assert.Equal(s.Value, f.Answers[s.Item])));
    }

    [Fact]
    public void Some_queries_are_open_some_answered_and_those_of_long_ago_closed()
    {
        var queries = Families.SelectMany(f => f.Forms).SelectMany(f => f.Trail?.Queries ?? []).ToList();
        Assert.InRange(queries.Count, 10, 40);
        foreach (var (state, least) in new[] { (QueryState.Open, 2), (QueryState.Answered, 1), (QueryState.Closed, 8) }) Assert.True(queries.Count(q => q.State == state) >= least, $"{state}");
        Assert.All(queries.Where(q => q.IsPending), q => Assert.InRange(q.AgeOn(new(Today, default, TimeSpan.Zero)), 0, 175));
    }

    [Fact]
    public void Teachers_papers_are_sent_come_back_or_not_and_most_are_boxed()
    {
        var papers = Families.SelectMany(f => ReceiptLog.AllOf(f, Frame.Design)).Where(p => p.Sent is not null).ToList();
        Assert.Equal(papers.Count(p => p.Received is not null), papers.Count(p => p.Keyed is not null));
        Assert.InRange(papers.Count(p => p.IsOut) / (double)papers.Count, 0.25, 0.5);
        Assert.InRange(papers.Count(p => p.Boxed is not null) / (double)papers.Count(p => p.Received is not null), 0.85, 0.99);
    }

    [Fact]
    public void Nine_forms_without_an_id_wait_at_six_sites_and_one_was_given_up()
    {
        var trays = Demo.Trays.Select(t => t.Acts.SelectMany(a => a.Facts.Select(f => (a.Stamp, Fact: f)))
            .Aggregate(new TrayVolume(t.Site, 1), (tray, f) => TrayFact.Fold(tray, new(new(1, f.Stamp.At, f.Stamp.By, f.Stamp.Operation, ""), f.Fact, f.Stamp.Why)))).ToList();
        Assert.Equal((6, 9), (trays.Count, trays.Sum(t => t.Items.Count(i => i.State == TrayItemState.Waiting))));
        Assert.Equal(1, trays.Sum(t => t.Items.Count(i => i.State == TrayItemState.Discarded)));
    }

    private static SecondStatus Status(FamilyState family, Form form) => SecondStatuses.Of(form, place => Sample.Draws(Frame.Design, family.Id, place));

    private static IEnumerable<(FamilyState Family, Form Form)> Forms(string instrument) =>
        Families.SelectMany(f => f.Forms.Where(form => form.Place.Instrument.Text.StartsWith(instrument, StringComparison.Ordinal)).Select(form => (f, form)));
}
