using CsCheck;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

/// <summary>Shifting a day moves what hangs on it, and says what moved.</summary>
public sealed class WindowMoveTests
{
    private static List<string> Moves(FamilyBuilder family) =>
        [.. WindowMoves.Of(family.Frame.Design, new(family.State.Id), family.Ledger.Facts).Select(m => $"{m.Fact}: {m.Wave} {m.From.Target:yyyy-MM-dd} -> {m.To.Target:yyyy-MM-dd}")];

    private static StudyFrame Counted(WaveAnchor anchor, CaseEventKind? kind = null) => With(d => d with { Waves = d.Waves.SetItem(1, d.Waves[1] with { Anchor = anchor, AnchorEvent = kind }) });

    private static DateOnly Target(FamilyBuilder family) => WaveWindows.Of(family.Frame.Design, family.State, family.Frame.Design.Waves[1])!.Value.Target;

    [Fact]
    public void An_interview_moves_the_next_wave_and_correcting_its_date_moves_it_again()
    {
        var family = FamilyBuilder.TakingPart().Visited(T1, "2026-03-09");
        var first = family.State.Version;
        family.Visited(T1, "2026-03-19");
        Assert.Equal([$"{first}: t2 2026-10-01 -> 2026-09-09", $"{first + 1}: t2 2026-09-09 -> 2026-09-19"], Moves(family));
    }

    [Fact]
    public void A_chain_of_waves_moves_together()
    {
        var frame = With(d => d with { Waves = d.Waves.Add(new(T3, "Time 3", 3, T2, OffsetMonths: 12, DesignMonths: 21, OpensBefore: 28, ClosesAfter: 56)) });
        var family = FamilyBuilder.TakingPart(frame).Visited(T1, "2026-03-09").Visited(T2, "2026-09-10");
        Assert.Equal(["t2", "t3"], WindowMoves.Of(frame.Design, new(family.State.Id), family.Ledger.Facts).Select(m => m.Wave.Text));
    }

    [Fact]
    public void An_interview_that_comes_to_nothing_moves_the_next_wave_back()
    {
        var family = FamilyBuilder.TakingPart().Visited(T1, "2026-03-09").Lost(T1, Track.Interview, "2.112", "2026-03-09");
        Assert.EndsWith("t2 2026-09-09 -> 2026-10-01", Moves(family)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_window_hangs_on_moves_nothing()
    {
        var family = FamilyBuilder.TakingPart().Visited(T1, "2026-03-09");
        var moved = Moves(family).Count;
        family.Answered(T1, "parent-questionnaire", "2026-03-09").Answered(T1, "case-record", "2026-05-05").With(MemberRole.Teacher);
        Assert.Equal(moved, Moves(family).Count);
    }

    [Fact]
    public void A_wave_may_be_counted_from_consent_sampling_or_the_first_event_of_a_kind()
    {
        Assert.Equal(new(2026, 7, 10), Target(FamilyBuilder.TakingPart(Counted(WaveAnchor.Consent))));
        Assert.Equal(new(2026, 7, 5), Target(FamilyBuilder.TakingPart(Counted(WaveAnchor.Sampling))));
        var family = FamilyBuilder.TakingPart(Counted(WaveAnchor.CaseEvent, CaseEventKind.PlanStarted));
        Assert.Equal(new(2026, 10, 1), Target(family)); // none has happened
        foreach (var on in new[] { "2026-05", "2026-03-15" })
            family.On("2026-05-01").Does((f, _) => CaseRules.Record(f, new(CaseEventKind.PlanStarted, PartialDate.Parse(on), null, "record"), new(2026, 5, 1)));
        Assert.Equal(new(2026, 9, 15), Target(family));
        Assert.Equal(2, Moves(family).Count);
    }

    [Fact]
    public void A_wave_counted_from_an_event_must_say_which()
    {
        var wave = SmallDesign.Waves[1];
        Assert.Equal("study.anchor-event", StudyRules.DeclareWave(SmallDesign, wave with { Anchor = WaveAnchor.CaseEvent }).Refused().Code);
        Assert.Equal("study.anchor-event", StudyRules.DeclareWave(SmallDesign, wave with { AnchorEvent = CaseEventKind.Referral }).Refused().Code);
    }

    [Theory]
    [InlineData("2027-08-29", "2028-02-29")] // six months on is 29 February
    [InlineData("2027-09-27", "2028-03-27")] // over the clocks going back and nearly forward
    [InlineData("2027-03-28", "2027-09-28")] // the day on which they go forward
    [InlineData("2027-10-31", "2028-04-30")] // the day on which they go back
    public void A_window_is_local_dates_whatever_the_clocks_do(string visit, string target)
    {
        var frame = With(d => d with { Cohorts = [d.Cohorts[0] with { Ends = new(2028, 12, 31) }] });
        var family = FamilyBuilder.TakingPart(frame).Visited(T1, visit);
        var window = WaveWindows.Of(frame.Design, family.State, frame.Design.Waves[1])!.Value;
        Assert.Equal(FamilyBuilder.Day(target), window.Target);
        Assert.Equal((28, 56), (window.Target.DayNumber - window.Opens.DayNumber, window.Closes.DayNumber - window.Target.DayNumber));
    }

    [Theory]
    [InlineData("2026-03-28T23:59:59Z", false)] // the last day, in winter time
    [InlineData("2026-03-29T00:00:00Z", true)] // its midnight is UTC's, the clocks go forward later
    public void A_window_that_closes_before_the_clocks_go_forward_closes_at_the_study_s_midnight(string instant, bool overdue) => Assert.Equal(overdue, IsOverdue(new(2026, 3, 28), instant));

    [Theory]
    [InlineData("2026-10-24T22:59:59Z", false)]
    [InlineData("2026-10-24T23:00:00Z", true)] // summer time: midnight is an hour before UTC's
    public void A_window_that_closes_before_the_clocks_go_back_closes_at_the_study_s_midnight(string instant, bool overdue) => Assert.Equal(overdue, IsOverdue(new(2026, 10, 24), instant));

    [Fact]
    public void Whatever_day_a_visit_is_moved_to_the_next_wave_moves_with_it_and_back() =>
        Gen.Int[0, 150].Select(Gen.Int[0, 150]).Sample((one, other) =>
        {
            var (a, b) = (new DateOnly(2026, 1, 20).AddDays(one), new DateOnly(2026, 1, 20).AddDays(other));
            var family = FamilyBuilder.TakingPart().On("2026-06-30").Visited(T1, $"{a:yyyy-MM-dd}").Visited(T1, $"{b:yyyy-MM-dd}").Visited(T1, $"{a:yyyy-MM-dd}");
            Assert.Equal(a.AddMonths(6), Target(family));
            var moves = WindowMoves.Of(family.Frame.Design, new(family.State.Id), family.Ledger.Facts);
            for (var i = 1; i < moves.Length; i++) Assert.Equal(moves[i - 1].To, moves[i].From);
            if (!moves.IsEmpty) Assert.Equal(a.AddMonths(6), moves[^1].To.Target);
        });

    private static bool IsOverdue(DateOnly closes, string instant)
    {
        var frame = With(d => d with { Cohorts = [d.Cohorts[0] with { Ends = closes }] });
        var family = FamilyBuilder.TakingPart(frame);
        return DueList.Of(frame, family.State, frame.Design.Waves[0], Track.Interview, frame.Design.Today(DateTimeOffset.Parse(instant, null))).State == DueState.Overdue;
    }
}
