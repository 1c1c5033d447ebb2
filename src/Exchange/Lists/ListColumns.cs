using System.Collections.Immutable;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>The columns of each list, in the order of its template. Spaces and capitals in a heading do not matter.</summary>
public static class ListColumns
{
    private const string Dates = "such as 2016-03-09, 2016-03 or 2016";

    public static ImmutableArray<ListColumn> Of(ListKind kind) => kind switch
    {
        ListKind.Families => Families,
        ListKind.Workers => Workers,
        ListKind.Allocations => Allocations,
        _ => CaseEvents,
    };

    /// <summary>The first line of a file of that kind.</summary>
    public static string Template(ListKind kind) => $"{string.Join(',', Of(kind).Select(c => c.Name))}\r\n";

    private static readonly ImmutableArray<ListColumn> Families =
    [
        new("site", "the site's code", Needed: true),
        new("serial", "the authority's own number for the family; rows with the same one are one family", Needed: true),
        new("cohort", "the cohort's code; on the family's first row at least, as are all columns up to not_same_because"),
        new("sampled_on", "day of sampling, such as 2016-03-09"),
        new("approached_on", "day on which the authority asked them"),
        new("approacher", "who asked, by role and initials"),
        new("agreed_on", "day on which they agreed to be contacted"),
        new("consented_on", "day of consent"),
        new("consent_given_by", "who gave it, such as parent"),
        new("consents", "interview, child-interview, case-file, teacher, recording, linkage, recontact, archiving, with semicolons between; or all. Empty: interview"),
        new("worker", "the social worker's id here or the authority's number for them"),
        new("worker_from", $"since when, {Dates}. Empty: the day of sampling"),
        new("not_same_because", "why they are not the family that they may be the same as"),
        new("role", "child, parent, kin-carer, foster-carer, residential-worker, teacher or other-adult", Needed: true),
        new("birth", "birth month (2010-06), or birth date where contact details are given; needed of a child", TellsWho: true),
        new("sex", "female, male or empty"),
        new("joined", $"since when they belong to the family, {Dates}. Empty: the day of sampling"),
        new("name", "kept apart and sealed, as are all columns from here on", TellsWho: true),
        new("address", "lines with semicolons between", TellsWho: true),
        new("postcode", "", TellsWho: true),
        new("phone", "numbers with semicolons between", TellsWho: true),
        new("email", "", TellsWho: true),
        new("stable_name", "somebody who would know where they are", TellsWho: true),
        new("stable_relation", "what that person is to them, such as grandmother", TellsWho: true),
        new("stable_phone", "", TellsWho: true),
        new("stable_address", "lines with semicolons between", TellsWho: true),
        new("stable_email", "", TellsWho: true),
        new("stable_may_hear", "study-name where that person may be told what the study is called; caller-only or empty"),
        new("do_not_call", "yes or empty"),
        new("do_not_text", "yes or empty"),
        new("no_letters", "yes or empty"),
        new("no_messages", "yes or empty"),
        new("do_not_visit", "yes or empty"),
        new("do_not_email", "yes or empty"),
        new("unsafe_numbers", "numbers that must not be used, with semicolons between", TellsWho: true),
        new("safe_times", "in their own words", TellsWho: true),
        new("code_word", "", TellsWho: true),
    ];

    private static readonly ImmutableArray<ListColumn> Workers =
    [
        new("site", "the site's code", Needed: true),
        new("number", "the authority's own number for the worker", Needed: true),
        new("name", "", Needed: true, TellsWho: true),
        new("team", ""),
        new("employment", "permanent, agency or empty"),
        new("from", "day on which they started, such as 2016-03-09", Needed: true),
        new("left_on", "day on which they left"),
    ];

    private static readonly ImmutableArray<ListColumn> Whose =
    [
        new("id", "the family's id here; or"),
        new("serial", "the authority's own number for the family"),
        new("site", "the site's code, where two sites use the same serial"),
    ];

    private static readonly ImmutableArray<ListColumn> Allocations =
    [
        .. Whose,
        new("worker", "the social worker's id here or the authority's number for them; or"),
        new("holder", "unidentified, team, unallocated, closed or not-known"),
        new("label", "which team, or what is known of the unidentified worker"),
        new("from", $"since when, {Dates}", Needed: true),
        new("known_to", "the last day for which it is known"),
        new("source", "where it is known from. Empty: authority"),
        new("reason", "why it changed; needed of every change after the first"),
    ];

    private static readonly ImmutableArray<ListColumn> CaseEvents =
    [
        .. Whose,
        new("event", "referral, re-referral, section47, child-protection-conference, plan-started, plan-ended, removal, return, closure, death or adoption", Needed: true),
        new("on", $"when, {Dates}", Needed: true),
        new("child", "the child's id here, or C1 for the first child; empty where it concerns the family"),
        new("source", "where it is known from. Empty: authority"),
    ];
}
