using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Families;

/// <summary>What became of a family's worker between two days; the first that holds, from the top.</summary>
public enum WorkerChange
{
    /// <summary>It is not known who held the case on some day between.</summary>
    NotKnown = 0,
    /// <summary>The case was closed on some day between.</summary>
    Closed = 1,
    /// <summary>Nobody held it, or only a team, on some day between.</summary>
    Unallocated = 2,
    None = 3,
    One = 4,
    TwoOrMore = 5,
}

/// <summary>
/// Continuity of case holding over a fixed window, both days inside (DOMAIN §4.1): distinct persons (leaving and returning counts once), changes from one
/// person to another, days with nobody, and whether any was agency staff while holding the case (<c>null</c>: not known).
/// </summary>
public sealed record Continuity(WorkerChange Change, int DistinctWorkers, int Changes, int DaysWithout, bool? AnyAgency)
{
    public static Continuity Between(ImmutableArray<WorkerSpell> spells, DateOnly from, DateOnly to, Func<WorkerId, SocialWorker?> worker)
    {
        var (persons, changes, without, closed, unknown) = (new List<string>(4), 0, 0, false, false);
        bool? agency = false;
        string? last = null;
        if (spells.IsEmpty || spells[0].From.Latest > from) unknown = true;

        for (var i = 0; i < spells.Length; i++)
        {
            var spell = spells[i];
            if (i > 0 && spell.Holder != spells[i - 1].Holder && (Straddles(spell.From, from) || Straddles(spell.From, to))) unknown = true;
            var begins = Max(spell.From.Earliest, from);
            var ends = Min(i + 1 < spells.Length ? spells[i + 1].From.Earliest.AddDays(-1) : to, to);
            if (ends < begins) continue;
            if (spell.KnownTo is { } known && known < ends) unknown = true;

            switch (spell.Holder)
            {
                case CaseHolder.NotKnown: unknown = true; break;
                case CaseHolder.Closed: closed = true; break;
                case CaseHolder.Unallocated or CaseHolder.Team: without += ends.DayNumber - begins.DayNumber + 1; break;
            }
            if (spell.Holder.Person is not { } person) continue;
            if (last is not null && last != person) changes++;
            last = person;
            if (!persons.Contains(person)) persons.Add(person);
            agency = Either(agency, spell.Holder is CaseHolder.Named named ? worker(named.Worker)?.AgencyBetween(begins, ends) : null);
        }

        var change = unknown ? WorkerChange.NotKnown
            : closed ? WorkerChange.Closed
            : without > 0 ? WorkerChange.Unallocated
            : changes switch { 0 => WorkerChange.None, 1 => WorkerChange.One, _ => WorkerChange.TwoOrMore };
        return new(change, persons.Count, changes, without, unknown && agency == false ? null : agency);
    }

    /// <summary>Who held the case on a day; <c>null</c> where no spell surely covers it or its source does not vouch for it.</summary>
    public static WorkerSpell? HolderOn(ImmutableArray<WorkerSpell> spells, DateOnly day)
    {
        for (var i = spells.Length - 1; i >= 0; i--)
        {
            if (spells[i].From.Earliest > day) continue;
            var surelyBegun = spells[i].From.Latest <= day || (i > 0 && spells[i].Holder == spells[i - 1].Holder);
            return surelyBegun && !(spells[i].KnownTo < day) ? spells[i] : null;
        }
        return null;
    }

    /// <summary>Whether a date known to the month or year can lie on either side of the end of a day: then it is not known on which side the change lies.</summary>
    private static bool Straddles(PartialDate date, DateOnly day) => date.Earliest <= day && date.Latest > day;

    private static bool? Either(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
