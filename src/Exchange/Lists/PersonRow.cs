using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>One member on a list of families.</summary>
/// <param name="Row">As a spreadsheet counts: the header is row 1.</param>
public sealed record PersonRow(int Row, SiteCode Site, string Serial, FamilyTerms Terms, MemberRole Role, BirthMonth? Birth, Sex Sex, PartialDate? Joined)
{
    /// <summary>Absent where the row has no name.</summary>
    public ContactDetails? Contact { get; init; }

    public SafeContact? Safety { get; init; }

    internal static PersonRow Read(ListCells cells)
    {
        var role = cells.Case<MemberRole>("role");
        if (cells.Text("role").Length == 0) cells.Needed("role");
        var born = cells.Date("birth");
        if (role == MemberRole.Child && cells.Text("birth").Length == 0) cells.Fault("birth", "member.birth", FamilyRefusals.ChildNeedsBirth.Sentence);
        if (born is { Month: 0 }) cells.Fault("birth", "import.birth", "Must be a birth month (2010-06) or a birth date (2010-06-25).");
        var contact = DetailsOf(cells, born is { IsDay: true } day ? day.Earliest : null);
        return new(cells.Row, cells.Code<SiteCode>("site"), cells.Needed("serial"), FamilyTerms.Read(cells), role ?? default, born is { Month: > 0 } b ? new(b.Year, b.Month) : null, cells.Case<Sex>("sex") ?? default, cells.Date("joined"))
        {
            Contact = contact, Safety = Safe(cells),
        };
    }

    private static ContactDetails? DetailsOf(ListCells cells, DateOnly? born)
    {
        var details = new ContactDetails(cells.Text("name")) { AddressLines = cells.Texts("address"), Postcode = cells.Text("postcode").ToUpperInvariant(), Phones = cells.Texts("phone"), Email = cells.Text("email"), BirthDate = born, Stable = Stable(cells) };
        if (details.Name.Length > 0) return details;
        if (!details.AddressLines.IsEmpty || details.Postcode.Length > 0 || !details.Phones.IsEmpty || details.Email.Length > 0 || details.Stable is not null) cells.Fault("name", "import.contact-name", "Contact details need a name.");
        return null;
    }

    /// <summary>One person who would know where they are; nobody where all columns are empty.</summary>
    private static ImmutableArray<StableContact>? Stable(ListCells cells)
    {
        var person = new StableContact(cells.Text("stable_name"), cells.Text("stable_relation"))
        {
            Phone = cells.Text("stable_phone"), AddressLines = cells.Texts("stable_address"), Email = cells.Text("stable_email"), MayHear = cells.Case<MayHear>("stable_may_hear") ?? default,
        };
        return person.Name.Length + person.Relation.Length + person.Phone.Length + person.AddressLines.Length + person.Email.Length == 0 ? null : [person];
    }

    private static SafeContact? Safe(ListCells cells)
    {
        var safety = new SafeContact
        {
            DoNotCall = cells.Yes("do_not_call"), DoNotText = cells.Yes("do_not_text"), NoLetters = cells.Yes("no_letters"), NoMessages = cells.Yes("no_messages"), DoNotVisit = cells.Yes("do_not_visit"), DoNotEmail = cells.Yes("do_not_email"),
            UnsafeNumbers = cells.Texts("unsafe_numbers"), SafeTimes = cells.Text("safe_times"), CodeWord = cells.Text("code_word"),
        };
        var says = safety.DoNotCall || safety.DoNotText || safety.NoLetters || safety.NoMessages || safety.DoNotVisit || safety.DoNotEmail || !safety.UnsafeNumbers.IsEmpty || safety.SafeTimes.Length > 0 || safety.CodeWord.Length > 0;
        return says ? safety : null;
    }
}

/// <summary>What a row says of its family as a whole; what is empty may stand on another row of the same family.</summary>
public sealed record FamilyTerms(
    string Cohort, DateOnly? SampledOn, DateOnly? ApproachedOn, string Approacher, DateOnly? AgreedOn, DateOnly? ConsentedOn, string ConsentGivenBy, string Consents, string Worker, PartialDate? WorkerFrom, string NotSameBecause)
{
    /// <summary>As its column is written; for comparing rows of one family.</summary>
    public IEnumerable<(string Column, object? Value)> Cells =>
    [
        ("cohort", Text(Cohort)), ("sampled_on", SampledOn), ("approached_on", ApproachedOn), ("approacher", Text(Approacher)), ("agreed_on", AgreedOn), ("consented_on", ConsentedOn),
        ("consent_given_by", Text(ConsentGivenBy)), ("consents", Text(Consents)), ("worker", Text(Worker)), ("worker_from", WorkerFrom), ("not_same_because", Text(NotSameBecause)),
    ];

    public ImmutableArray<ConsentScope> Scopes => Consents switch
    {
        "" => [ConsentScope.Interview],
        "all" => [.. Enum.GetValues<ConsentScope>()],
        _ => [.. Consents.Split(';').Select(Enum.Parse<ConsentScope>).Distinct()],
    };

    internal static FamilyTerms Read(ListCells cells) => new(
        cells.Text("cohort").ToLowerInvariant(), cells.Day("sampled_on"), cells.Day("approached_on"), cells.Text("approacher"), cells.Day("agreed_on"), cells.Day("consented_on"), cells.Text("consent_given_by"),
        ReadScopes(cells), cells.Text("worker"), cells.Date("worker_from"), cells.Text("not_same_because"));

    /// <summary>With what this row leaves out taken from another row of the family.</summary>
    public FamilyTerms Or(FamilyTerms other) => new(
        Or(Cohort, other.Cohort), SampledOn ?? other.SampledOn, ApproachedOn ?? other.ApproachedOn, Or(Approacher, other.Approacher), AgreedOn ?? other.AgreedOn, ConsentedOn ?? other.ConsentedOn,
        Or(ConsentGivenBy, other.ConsentGivenBy), Or(Consents, other.Consents), Or(Worker, other.Worker), WorkerFrom ?? other.WorkerFrom, Or(NotSameBecause, other.NotSameBecause));

    private static string ReadScopes(ListCells cells) =>
        cells.Text("consents").Equals("all", StringComparison.OrdinalIgnoreCase) ? "all" : string.Join(';', cells.Texts("consents").Select(t => cells.Case<ConsentScope>("consents", t)).OfType<ConsentScope>().Distinct().Order());

    private static string Or(string one, string other) => one.Length > 0 ? one : other;

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
