using System.Text;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>
/// Which facts tell of a member: every fact that names them, and everything that was done to a form which in the end stood as one about or from them. Consents
/// stay, as the record of what was permitted and by whom; a form keyed under them by mistake and moved to somebody else is that somebody's.
/// </summary>
public static class ErasureReach
{
    /// <summary>The numbers of the facts to be erased.</summary>
    public static HashSet<int> Of(MemberId member, IEnumerable<Recorded<FamilyFact>> facts)
    {
        var (erased, threads) = (new HashSet<int>(), new FormThreads());
        var named = Encoding.UTF8.GetBytes(member.ToString());
        foreach (var fact in facts)
        {
            if (fact.Content is not { } content || content is FamilyFact.ConsentGiven or FamilyFact.ConsentWithdrawn or FamilyFact.MemberErased || IsLink(content)) continue;
            if (threads.Take(content, fact.Head.N)) continue;
            if (FactKinds<FamilyFact>.Write(content).AsSpan().IndexOf(named) >= 0) erased.Add(fact.Head.N);
        }
        erased.UnionWith(threads.Ending(place => place.Subject.Member == member || place.Respondent.Member == member));
        return erased;
    }

    /// <summary>Which families belong together: it says no more than ids, and stays so that no family counts twice.</summary>
    public static bool IsLink(FamilyFact? fact) => fact is FamilyFact.MergedFrom or FamilyFact.MergedInto or FamilyFact.SplitFrom or FamilyFact.SplitInto;

    /// <summary>The facts of each form, followed from place to place.</summary>
    private sealed class FormThreads
    {
        private readonly Dictionary<FormPlace, Thread> at = [];
        private readonly List<Thread> all = [];

        private sealed class Thread(FormPlace place)
        {
            public FormPlace Place { get; set; } = place;

            public List<int> Facts { get; } = [];
        }

        /// <summary>Whether the fact is about a form.</summary>
        public bool Take(FamilyFact fact, int number)
        {
            switch (fact)
            {
                case FamilyFact.FormMoved f:
                    var moved = At(f.From);
                    moved.Facts.Add(number);
                    at.Remove(f.From);
                    (moved.Place, at[f.To]) = (f.To, moved);
                    return true;
                case FamilyFact.FormsSwapped f:
                    var (one, other) = (At(f.One), At(f.Other)); // says nothing but places: it stays, for the form that stays
                    (one.Place, other.Place, at[f.Other], at[f.One]) = (f.Other, f.One, one, other);
                    return true;
                case FamilyFact.FormGivenUp f:
                    At(f.Place).Facts.Add(number);
                    at.Remove(f.Place);
                    return true;
            }
            if (PlaceOf(fact) is not { } standing) return false;
            At(standing).Facts.Add(number);
            return true;
        }

        public IEnumerable<int> Ending(Func<FormPlace, bool> at) => all.Where(t => at(t.Place)).SelectMany(t => t.Facts);

        private Thread At(FormPlace place)
        {
            if (at.TryGetValue(place, out var there)) return there;
            all.Add(at[place] = there = new(place));
            return there;
        }
    }

    private static FormPlace? PlaceOf(FamilyFact fact) => fact switch
    {
        FamilyFact.FormEntered f => f.Place,
        FamilyFact.FormNotAchieved f => f.Place,
        FamilyFact.FormSecondEntered f => f.Place,
        FamilyFact.FormSettled f => f.Place,
        FamilyFact.FormEdited f => f.Place,
        FamilyFact.FormCorrected f => f.Place,
        FamilyFact.FormLeaving f => f.Place,
        FamilyFact.FormStayed f => f.Place,
        FamilyFact.FormTakenIn f => f.Place,
        FamilyFact.FormLocked f => f.Place,
        FamilyFact.FormUnlocked f => f.Place,
        FamilyFact.FormReceiptNoted f => f.Place,
        FamilyFact.QueryOpened f => f.Place,
        FamilyFact.QueryAnswered f => f.Place,
        FamilyFact.QueryClosed f => f.Place,
        FamilyFact.QueryReopened f => f.Place,
        _ => null,
    };
}
