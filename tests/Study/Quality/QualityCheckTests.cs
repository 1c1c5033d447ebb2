using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Quality;

/// <summary>Each rule on a family that breaks it, and on one that does not.</summary>
public sealed class QualityCheckTests
{
    private static readonly FamilyId Id = FamilyId.From("quality", 0);
    private static readonly MemberId Child = MemberId.Of(Id, 'C', 1);
    private static readonly MemberId Sister = MemberId.Of(Id, 'C', 2);
    private static readonly MemberId Mother = MemberId.Of(Id, 'P', 1);
    private static readonly MemberId Father = MemberId.Of(Id, 'P', 2);
    private static readonly DateOnly Today = new(2016, 12, 31);

    private static readonly StudyFrame Frame = new()
    {
        Design = new() { Title = "Trial", Waves = [new(new("t1"), "Time 1", 1), new(new("t2"), "Time 2", 2, new("t1"), 6, 6, 30, 60)], Cohorts = [new(new("c1"), "Cohort 1", new(2015, 1, 1), new(2016, 1, 1))] },
    };

    private static readonly FamilyState Plain = new(Id)
    {
        Stage = Stage.Consented, SampledOn = new(2015, 1, 1), ConsentedOn = new(2015, 2, 1), Sites = [new(new("ashbourne"), new DateOnly(2015, 1, 1))],
        Members = [Member(Child, MemberRole.Child, new(2008, 5)), Member(Sister, MemberRole.Child, new(2009, 7)), Member(Mother, MemberRole.Parent, null), Member(Father, MemberRole.Parent, null)],
        Consents = [new(ConsentScope.Interview, null, "mother", new(2015, 2, 1))],
    };

    private static Member Member(MemberId id, MemberRole role, BirthMonth? birth) => new(id, role, birth, Sex.Female, new DateOnly(2015, 1, 1));

    /// <summary>An SDQ of 0, 1, 2, 0, 1, 2 ... moved on by some items, so that no two are alike.</summary>
    private static Form Sdq(string wave, string on, MemberId? from = null, MemberId? about = null, Func<int, int>? answer = null, string instrument = "sdq-p-4-17")
    {
        var definition = InstrumentShelf.Library[instrument];
        var keyed = definition.Items.Take(25).Select((item, i) => (item.Name, Code: (answer ?? (n => n % 3))(i))).ToDictionary(a => a.Name, string? (a) => $"{a.Code}");
        keyed["ebddiff"] = "0";
        var answers = AnswerRules.Check(definition, keyed).Accepted().Answers;
        return new(new(new(wave), definition.Id, about ?? Child, from ?? Mother), 1, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), FormMode.Paper, "en", [], answers, DateTimeOffset.UnixEpoch, "researcher@example.org", 3);
    }

    private static IEnumerable<string> Rules(FamilyState family, StudyFrame? frame = null, DateOnly? asOf = null) => QualityCheck.Of(family, frame ?? Frame, asOf ?? Today).Select(h => h.Rule);

    private static FamilyState With(params Form[] forms) => Plain with { Forms = [.. forms] };

    [Fact]
    public void A_family_with_nothing_odd_has_no_hits() => Assert.Empty(Rules(With(Sdq("t1", "2015-03-01"), Sdq("t2", "2015-09-01", answer: n => (n + 1) % 3))));

    [Fact]
    public void Time_2_before_time_1() => Assert.Equal(["wave-order"], Rules(With(Sdq("t1", "2015-09-02"), Sdq("t2", "2015-09-01", answer: n => (n + 1) % 3))));

    [Fact]
    public void A_form_before_consent() => Assert.Equal(["before-consent"], Rules(With(Sdq("t1", "2015-01-31"))));

    [Fact]
    public void A_form_after_the_consent_was_withdrawn() =>
        Assert.Equal(["after-withdrawal"], Rules(With(Sdq("t1", "2015-06-01")) with { Consents = [new(ConsentScope.Interview, null, "mother", new(2015, 2, 1)) { WithdrawnFrom = new DateOnly(2015, 5, 1), Extent = WithdrawalExtent.NoFurtherContact }] }));

    [Fact]
    public void A_form_after_the_family_s_part_ended() => Assert.Equal(["after-end"], Rules(With(Sdq("t1", "2015-06-01")) with { Stage = Stage.Ended, EndReason = EndReason.Died, EndedOn = new(2015, 5, 1) }));

    [Fact]
    public void A_form_about_a_child_who_had_left() =>
        Assert.Equal(["after-leaving"], Rules(With(Sdq("t1", "2015-06-01")) with { Members = [Plain.Members[0] with { Left = new DateOnly(2015, 4, 1) }, .. Plain.Members.Skip(1)] }));

    [Fact]
    public void A_form_for_another_age() => Assert.Equal(["age-form"], Rules(With(Sdq("t1", "2015-03-01", instrument: "sdq-p-2-4"))));

    [Fact]
    public void Another_informant_than_before() => Assert.Equal(["informant-changed"], Rules(With(Sdq("t1", "2015-03-01"), Sdq("t2", "2015-09-01", Father, answer: n => (n + 1) % 3))));

    [Fact]
    public void Twenty_five_equal_answers()
    {
        Assert.Equal(["straight-lining"], Rules(With(Sdq("t1", "2015-03-01", answer: _ => 1))));
        Assert.Empty(Rules(With(Sdq("t1", "2015-03-01", answer: n => n == 24 ? 0 : 1))));
    }

    [Fact]
    public void A_change_beyond_the_stated_threshold_and_not_one_below_it()
    {
        Assert.Equal(9.9, new ReliableChange().Threshold, 1);
        Assert.Equal(6.8, new ReliableChange(5.8, 0.82).Threshold, 1);
        var family = With(Sdq("t1", "2015-03-01", answer: n => n is 6 or 20 or 24 or 10 or 13 or 0 ? 2 : 0), Sdq("t2", "2015-09-01", answer: n => n is 2 or 7 or 12 or 15 or 23 ? 2 : n is 6 or 20 or 24 or 10 or 13 ? 2 : 0));
        Assert.Equal(["reliable-change"], Rules(family)); // 0 to 10
        Assert.Empty(Rules(family, Frame with { Design = Frame.Design with { ReliableChange = new(5.8, 0.5) } }));
    }

    [Fact]
    public void Two_children_with_the_same_answers() => Assert.Equal(["same-answers"], Rules(With(Sdq("t1", "2015-03-01"), Sdq("t1", "2015-03-01", about: Sister))));

    [Fact]
    public void Forms_dated_later_than_the_day_are_not_looked_at() => Assert.Empty(Rules(With(Sdq("t1", "2015-03-01", answer: _ => 1)), asOf: new(2015, 2, 28)));

    [Fact]
    public void What_was_set_aside_stays_so_until_the_form_changes()
    {
        var odd = With(Sdq("t1", "2015-03-01", answer: _ => 1));
        var hit = Assert.Single(QualityCheck.Of(odd, Frame, Today));
        var stamp = new Stamp(OperationId.New(), "researcher@example.org", new(2016, 12, 31, 12, 0, 0, TimeSpan.Zero), "The parent confirmed it.");
        Assert.Equal("quality.reason", DismissalRules.Dismiss(odd, Frame, hit.Rule, hit.About, hit.Digest, stamp with { Why = " " }).Refused().Code);
        Assert.Equal("quality.changed", DismissalRules.Dismiss(odd, Frame, hit.Rule, hit.About, "0000000000000000", stamp).Refused().Code);
        Assert.Equal("quality.no-hit", DismissalRules.Dismiss(odd, Frame, "wave-order", hit.About, hit.Digest, stamp).Refused().Code);
        var fact = Assert.IsType<FamilyFact.QualityDismissed>(Assert.Single(DismissalRules.Dismiss(odd, Frame, hit.Rule, hit.About, hit.Digest, stamp).Accepted()));
        var aside = FamilyFold.Next(odd, new(new(9, stamp.At, stamp.By, stamp.Operation, "quality.dismissed"), fact, stamp.Why));
        Assert.Equal("The parent confirmed it.", Assert.Single(QualityCheck.Of(aside, Frame, Today)).Dismissal?.Why);
        Assert.Empty(DismissalRules.Dismiss(aside, Frame, hit.Rule, hit.About, hit.Digest, stamp).Accepted());
        Assert.Null(Assert.Single(QualityCheck.Of(aside with { Forms = [Sdq("t1", "2015-03-02", answer: _ => 1)] }, Frame, Today)).Dismissal);
    }

    [Theory]
    [InlineData("form[@wave='t2'][kind = 0]", false), InlineData("form[@wave='t2'][kind < ../form[@wave='t1']/kind]", true), InlineData("form[@wave='t1']/kind > form[@wave='t2']/kind", true)]
    public void What_a_study_s_own_rule_found_and_was_set_aside_comes_back_when_anything_that_it_looks_at_changes(string expression, bool looksAtTime1)
    {
        int kind = InstrumentShelf.Library["sdq-p-4-17"].Items.Select(i => i.Name).ToList().IndexOf("kind");
        Form Kind(string wave, string on, int answer, int other = 1) => Sdq(wave, on, answer: n => n == kind ? answer : n == 0 ? other : n % 3);
        StudyFrame Asking(string asked) => Frame with { Design = Frame.Design with { QualityRules = [new("own", "Look at this.", asked)] } };
        QualityHit Own(FamilyState family, string? asked = null) => Assert.Single(QualityCheck.Of(family, Asking(asked ?? expression), Today), h => h.Rule == "own");

        var found = With(Kind("t1", "2015-03-01", 2), Kind("t2", "2015-09-01", 0)) with { Sites = Plain.Sites };
        var hit = Own(found);
        var stamp = new Stamp(OperationId.New(), "coordinator@example.org", new(2016, 12, 31, 12, 0, 0, TimeSpan.Zero), "The parent confirmed it.");
        var fact = Assert.Single(DismissalRules.Dismiss(found, Asking(expression), hit.Rule, hit.About, hit.Digest, stamp).Accepted());
        var aside = FamilyFold.Next(found, new(new(9, stamp.At, stamp.By, stamp.Operation, "quality.dismissed"), fact, stamp.Why));
        Assert.NotNull(Own(aside).Dismissal);
        Assert.Null(Own(aside with { Forms = [aside.Forms[0], Kind("t2", "2015-09-01", 0, other: 2)] }).Dismissal);
        Assert.Equal(looksAtTime1, Own(aside with { Forms = [Kind("t1", "2015-03-01", 1), aside.Forms[1]] }).Dismissal is null);
        Assert.Null(Own(aside, $"({expression})").Dismissal);
    }

    [Fact]
    public void A_change_set_aside_comes_back_when_the_study_states_another_threshold()
    {
        var changed = With(Sdq("t1", "2015-03-01", answer: _ => 0), Sdq("t2", "2015-09-01", answer: _ => 2));
        string Digest(ReliableChange stated) => Assert.Single(QualityCheck.Of(changed, Frame with { Design = Frame.Design with { ReliableChange = stated } }, Today), h => h.Rule == "reliable-change").Digest;
        Assert.NotEqual(Digest(new(5.8, 0.62)), Digest(new(5, 0.8)));
    }

    [Theory]
    [InlineData("form[score[@scale='prosoc'] > 6]", "t1"), InlineData("form[@wave='t2']/consid[. = 0]", "t2"), InlineData("count(form) = 2", "family"), InlineData("form[@wave='t1']/@on-day < day('2015-04-01')", "family"), InlineData("//member[@role='child'][2]", "family"), InlineData("$today > day('2016-12-30')", "family")]
    [InlineData("count(form) > 2", null), InlineData("form[@wave='t3']", null), InlineData("regex(form/kind, 'x')", null)]
    public void A_study_s_own_rule_asks_the_family_as_a_document(string expression, string? found)
    {
        var rule = new DeclaredRule("own", "Look at this.", expression);
        Assert.IsType<StudyFact.QualityRuleDeclared>(Assert.Single(DeclaredRules.Declare(Frame.Design, rule).Accepted()));
        var hits = QualityCheck.Of(With(Sdq("t1", "2015-03-01", answer: n => 2 - (n % 2)), Sdq("t2", "2015-09-01", Father)) with { Sites = Plain.Sites }, Frame with { Design = Frame.Design with { QualityRules = [rule] } }, Today).Where(h => h.Rule == "own").ToList();
        Assert.Equal(found, hits.Select(h => h.Place?.Wave.ToString() ?? "family").SingleOrDefault());
    }

    [Fact]
    public void A_rule_asks_what_the_same_person_answered_on_another_form()
    {
        var rule = new DeclaredRule("own", "Answered although not asked.", "form[@wave='t2'][consid != '' and not(answer('sdq-p-4-17', 'consid', 't1') = '1')]");
        var frame = Frame with { Design = Frame.Design with { QualityRules = [rule] } };
        IEnumerable<string> Found(int older, int younger) => QualityCheck.Of(
            With(Sdq("t1", "2015-03-01", answer: n => n == 0 ? older : n % 3), Sdq("t1", "2015-03-01", about: Sister, answer: n => n == 0 ? younger : (n + 1) % 3), Sdq("t2", "2015-09-01", answer: n => (n + 2) % 3), Sdq("t2", "2015-09-01", about: Sister)),
            frame, Today).Where(h => h.Rule == "own").Select(h => $"{h.Place!.Value.Subject}");
        Assert.Empty(Found(1, 1));
        Assert.Equal([$"{Sister}"], Found(1, 0));
        Assert.Equal([$"{Child}"], Found(0, 1));
    }

    [Fact]
    public void What_is_set_aside_of_a_rule_that_asks_another_form_comes_back_when_that_form_changes()
    {
        var frame = Frame with { Design = Frame.Design with { QualityRules = [new("own", "Look.", "form[@wave='t2'][answer('sdq-p-4-17', 'consid', 't1') = '0']")] } };
        string Digest(int other) => Assert.Single(QualityCheck.Of(With(Sdq("t1", "2015-03-01", answer: n => n == 1 ? other : n % 3), Sdq("t2", "2015-09-01", answer: n => (n + 2) % 3)), frame, Today), h => h.Rule == "own").Digest;
        Assert.NotEqual(Digest(1), Digest(2));
    }

    [Theory, InlineData("form["), InlineData("frobnicate(1)"), InlineData("$nobody = 1"), InlineData(""), InlineData("document('x')")]
    public void A_rule_that_cannot_be_worked_out_is_refused(string expression) =>
        Assert.Equal("quality.expression", DeclaredRules.Declare(Frame.Design, new("own", "Look at this.", expression)).Refused().Code);

    [Fact]
    public void A_rule_s_code_is_its_own_and_it_can_be_removed()
    {
        Assert.Equal("quality.built-in", DeclaredRules.Declare(Frame.Design, new("wave-order", "x", "true()")).Refused().Code);
        Assert.Equal("quality.no-rule", DeclaredRules.Remove(Frame.Design, "own").Refused().Code);
        Assert.Single(DeclaredRules.Remove(Frame.Design with { QualityRules = [new("own", "x", "true()")] }, "own").Accepted());
        Assert.Equal("quality.reliable-change", DeclaredRules.State(Frame.Design, new(5.8, 1)).Refused().Code);
    }
}
