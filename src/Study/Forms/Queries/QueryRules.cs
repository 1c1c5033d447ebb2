using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Queries;

/// <summary>
/// Decisions about queries. A query changes nothing of its form, so it can be asked of a locked one too. Whoever says how many remarks they have <c>seen</c> is told of a later one before
/// theirs is taken.
/// </summary>
public static class QueryRules
{
    public const int LongestRemark = 1_000;
    private const int MostQueries = 200;

    /// <param name="item">The item's name; empty for the form as a whole.</param>
    public static Decision<ImmutableArray<FamilyFact>> Open(FamilyState family, StudyFrame frame, FormPlace place, string item, string remark)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.FormAt(place) is not { } form) return FormRefusals.None;
        if (item.Length > 0 && frame.Shelf.Find(place.Instrument, form.InstrumentVersion)?.ItemOf(item) is null) return QueryRefusals.UnknownItem(item).At("item");
        if (remark.Length is 0 or > LongestRemark) return QueryRefusals.Remark.At("remark");
        var queries = form.Trail?.Queries ?? [];
        return queries.Length >= MostQueries ? QueryRefusals.TooMany(MostQueries) : Facts.Of<FamilyFact>(new FamilyFact.QueryOpened(place, queries.Length + 1, item, remark));
    }

    public static Decision<ImmutableArray<FamilyFact>> Answer(FamilyState family, FormPlace place, int number, string remark, int? seen = null) =>
        Next(family, place, number, remark, seen, query => query.State is QueryState.Open or QueryState.Reopened ? new FamilyFact.QueryAnswered(place, number, remark) : null);

    /// <summary>An open query may be closed without an answer: the remark says why.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Close(FamilyState family, FormPlace place, int number, string remark, int? seen = null) =>
        Next(family, place, number, remark, seen, query => query.IsPending ? new FamilyFact.QueryClosed(place, number, remark) : null);

    public static Decision<ImmutableArray<FamilyFact>> Reopen(FamilyState family, FormPlace place, int number, string remark, int? seen = null) =>
        Next(family, place, number, remark, seen, query => query.State is QueryState.Answered or QueryState.Closed ? new FamilyFact.QueryReopened(place, number, remark) : null);

    private static Decision<ImmutableArray<FamilyFact>> Next(FamilyState family, FormPlace place, int number, string remark, int? seen, Func<Query, FamilyFact?> step)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.FormAt(place) is not { } form) return FormRefusals.None;
        if (form.Trail?.Queries.FirstOrDefault(q => q.Number == number) is not { } query) return QueryRefusals.Unknown(number);
        if (remark.Length is 0 or > LongestRemark) return QueryRefusals.Remark.At("remark");
        if (step(query) is not { } fact) return QueryRefusals.NotNow(query);
        return seen is { } read && read != query.Thread.Length ? QueryRefusals.Overtaken(query) : Facts.Of(fact);
    }
}

/// <summary>Refusals about queries. Codes are public and never reworded.</summary>
public static class QueryRefusals
{
    public static readonly Refusal Remark = new("query.remark", $"Write a remark of at most {QueryRules.LongestRemark} characters.");

    public static Refusal Unknown(int number) => new("query.unknown", $"This form has no query {number}.", RefusalKind.NotFound);
    public static Refusal UnknownItem(string item) => new("query.unknown-item", $"The form has no item '{item}'.");
    public static Refusal TooMany(int most) => new("query.too-many", $"A form holds at most {most} queries.", RefusalKind.Conflict);

    public static Refusal NotNow(Query query) => new("query.not-now",
        $"This query was {Words(query.State)} by {query.Thread[^1].By} on {DayWords.Of(query.Thread[^1].At)}; that cannot be done to it now.", RefusalKind.Conflict);

    public static Refusal Overtaken(Query query) => new("query.overtaken",
        $"This query was {Words(query.State)} by {query.Thread[^1].By} on {DayWords.Of(query.Thread[^1].At)}, after you opened it: \"{query.Thread[^1].Text}\". Send yours again if it still holds.", RefusalKind.Conflict);

    private static string Words(QueryState state) => state == QueryState.Open ? "opened" : state.ToString().ToLowerInvariant();
}
