using System.Collections.Immutable;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using Decided = SosLongitudinal.Study.Kernel.Decision<SosLongitudinal.Study.Families.FamilyState>;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>The rows of one family, and the enrolment that they come to; none where they do not.</summary>
internal sealed record ListedFamily(SiteCode Site, string Serial, ImmutableArray<PersonRow> People, Enrolment? Enrolment, string NotSameBecause)
{
    public ImmutableArray<int> Rows { get; } = [.. People.Select(p => p.Row)];

    public static ListedFamily Of(ImmutableArray<PersonRow> people, WorkerFinder workers, ListAsk ask)
    {
        var first = people[0];
        var terms = people.Select(p => p.Terms).Aggregate((one, other) => one.Or(other));
        return new(first.Site, first.Serial, people, IsSound(people, terms, ask) ? EnrolmentOf(people, terms, workers, ask) : null, terms.NotSameBecause);
    }

    /// <summary>The members with the ids that they get: numbered by letter in the order of the rows.</summary>
    public IEnumerable<(int Row, MemberId Id)> Members(FamilyId family)
    {
        var numbers = new Dictionary<char, int>();
        foreach (var person in People)
        {
            var letter = person.Role.Letter();
            numbers[letter] = numbers.GetValueOrDefault(letter) + 1;
            yield return (person.Row, MemberId.Of(family, letter, numbers[letter]));
        }
    }

    public ImmutableArray<ListedContact> Contacts(FamilyId family) =>
        [.. People.Zip(Members(family)).Where(p => p.First.Contact is not null || p.First.Safety is not null).Select(p => new ListedContact(p.Second.Id, p.First.Contact, p.First.Safety))];

    /// <summary>Why a new family cannot be taken, and on which row; nothing is written.</summary>
    public (int Row, Refusal Why)? Fault(ListAsk ask, Stamp stamp)
    {
        var today = ask.Frame.Design.Today(stamp.At);
        foreach (var person in People)
            if (MemberRules.Join(new(FamilyId.From("list")) { Sites = [new(Site, Enrolment!.SampledOn)] }, [MemberOf(person, Enrolment.SampledOn)], today) is Decision<ImmutableArray<FamilyFact>>.Refused(var no)) return (person.Row, no);
        var checkedFamily = EnrolmentSteps.Check(ask.Frame, Enrolment!, stamp);
        if (checkedFamily is not Decided.Accepted(var family)) return (Rows[0], ((Decided.Refused)checkedFamily).Why);
        foreach (var (person, (row, id)) in People.Zip(Members(family.Id)))
        {
            if (person.Contact is null && person.Safety is null) continue;
            if (family.Stage < Stage.AgreedToContact) return (row, FamilyRefusals.NotAgreed.At("name"));
            if (person.Contact is { } details && ContactRules.Fault(family, id, details, today) is { } why) return (row, why);
        }
        return null;
    }

    private static bool IsSound(ImmutableArray<PersonRow> people, FamilyTerms terms, ListAsk ask)
    {
        var first = people[0];
        if (!ask.Person.MaySee(first.Site) || !ask.Frame.Sites.ContainsKey(first.Site))
        {
            ask.Fault(first.Row, "site", SiteRefusals.Unknown(first.Site));
            return false;
        }
        foreach (var person in people)
            foreach (var ((column, said), (_, whole)) in person.Terms.Cells.Zip(terms.Cells))
            {
                if (said is null || said.Equals(whole)) continue;
                ask.Fault(person.Row, column, ListRowRefusals.RowsDiffer(people.First(p => p.Terms.Cells.Any(c => c.Column == column && Equals(c.Value, whole))).Row));
                return false;
            }
        if (terms.Cohort.Length == 0 || !CohortCode.TryParse(terms.Cohort, null, out _)) ask.Fault(first.Row, "cohort", ListRowRefusals.NoCohort);
        else if (terms.SampledOn is null) ask.Fault(first.Row, "sampled_on", ListRowRefusals.NoSampling);
        else return true;
        return false;
    }

    private static Enrolment? EnrolmentOf(ImmutableArray<PersonRow> people, FamilyTerms terms, WorkerFinder workers, ListAsk ask)
    {
        var (first, sampled) = (people[0], terms.SampledOn!.Value);
        CaseHolder? holder = null;
        if (terms.Worker.Length > 0)
        {
            if (workers.Find(terms.Worker, first.Site) is not Decision<WorkerId>.Accepted(var worker))
            {
                ask.Fault(first.Row, "worker", ((Decision<WorkerId>.Refused)workers.Find(terms.Worker, first.Site)).Why);
                return null;
            }
            holder = new CaseHolder.Named(worker);
        }
        return new(first.Site, CohortCode.Parse(terms.Cohort), first.Serial, sampled, [.. people.Select(p => MemberOf(p, sampled))])
        {
            Approacher = terms.Approacher, ApproachedOn = terms.ApproachedOn, AgreedOn = terms.AgreedOn, ConsentedOn = terms.ConsentedOn, ConsentGivenBy = terms.ConsentGivenBy,
            Consents = terms.ConsentedOn is null ? [] : terms.Scopes, Holder = holder, HeldFrom = terms.WorkerFrom,
        };
    }

    private static NewMember MemberOf(PersonRow person, DateOnly sampled) => new(person.Role, person.Birth, person.Sex, person.Joined ?? sampled);
}
