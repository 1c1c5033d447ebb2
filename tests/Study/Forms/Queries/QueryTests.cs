using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.Queries;

public sealed class QueryTests
{
    private readonly FamilyBuilder family = FamilyBuilder.TakingPart().Answered(T1, "sdq-p-4-17", "2026-03-01");

    private FormPlace Place => family.State.Forms[0].Place;

    private ImmutableArray<Query> Queries => family.State.Forms[0].Trail?.Queries ?? [];

    private void Opened(string item = "somatic") => family.Does((f, _) => QueryRules.Open(f, Small, Place, item, "Is this a 1 or a 7?"));

    [Fact]
    public void A_query_is_opened_answered_closed_and_reopened_with_its_thread()
    {
        Opened();
        family.On("2026-03-04").Does((f, _) => QueryRules.Answer(f, Place, 1, "It is a 1."))
            .On("2026-03-06").Does((f, _) => QueryRules.Close(f, Place, 1, "Agreed."));
        var closed = Queries.Single();
        Assert.Equal([QueryState.Open, QueryState.Answered, QueryState.Closed], closed.Thread.Select(r => r.State));
        Assert.Equal(5, closed.AgeOn(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(closed.IsPending);

        family.On("2026-03-10").Does((f, _) => QueryRules.Reopen(f, Place, 1, "The paper says otherwise."));
        Assert.Equal(QueryState.Reopened, Queries.Single().State);
        Assert.Equal(10, Queries.Single().AgeOn(new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Each_step_has_its_turn()
    {
        Opened();
        Assert.Equal("query.not-now", family.Asks((f, _) => QueryRules.Reopen(f, Place, 1, "why")).Refused().Code);
        family.Does((f, _) => QueryRules.Close(f, Place, 1, "asked in error")); // without an answer
        Assert.Equal("query.not-now", family.Asks((f, _) => QueryRules.Answer(f, Place, 1, "too late")).Refused().Code);
        Assert.Equal("query.not-now", family.Asks((f, _) => QueryRules.Close(f, Place, 1, "again")).Refused().Code);
        Assert.Equal("query.unknown", family.Asks((f, _) => QueryRules.Answer(f, Place, 2, "which")).Refused().Code);
    }

    [Fact]
    public void Whoever_had_not_read_the_last_remark_is_shown_it_before_theirs_is_taken()
    {
        Opened();
        family.Does((f, _) => QueryRules.Answer(f, Place, 1, "It is a 2.", seen: 1));
        var refused = family.Asks((f, _) => QueryRules.Close(f, Place, 1, "nobody knows", seen: 1)).Refused();
        Assert.Equal(("query.overtaken", RefusalKind.Conflict), (refused.Code, refused.Kind));
        Assert.Contains("\"It is a 2.\"", refused.Sentence, StringComparison.Ordinal);
        family.Does((f, _) => QueryRules.Close(f, Place, 1, "nobody knows", seen: 2));
    }

    [Fact]
    public void A_form_holds_several_queries_also_about_itself_and_while_it_is_locked()
    {
        Opened();
        family.Does((f, s) => FormLocks.Lock(f, Place, s), "final");
        Opened("");
        Opened();
        Assert.Equal([(1, "somatic"), (2, ""), (3, "somatic")], Queries.Select(q => (q.Number, q.Item)));
    }

    [Fact]
    public void An_unknown_item_and_an_empty_remark_are_refused()
    {
        Assert.Equal("query.unknown-item", family.Asks((f, _) => QueryRules.Open(f, Small, Place, "nothing", "why")).Refused().Code);
        Assert.Equal("query.remark", family.Asks((f, _) => QueryRules.Open(f, Small, Place, "somatic", "")).Refused().Code);
        Assert.Equal("form.none", family.Asks((f, _) => QueryRules.Open(f, Small, Place with { Wave = T2 }, "somatic", "why")).Refused().Code);
    }
}
