using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Web.Api.Safety;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Home;

/// <summary>How much waits for a person, by task of the access table. The start page stands without it: while the registers load there are no counts.</summary>
public sealed class WaitingWork(FamilyRegisters families, DoubleEntryRegisters registers, FormWorkRegisters work, FieldworkRegisters fieldwork, Trays trays, OverdueDesk overdue, StudyFrames frames)
{
    /// <summary>Who is not back from a visit, told to coordinators and administrators of their sites.</summary>
    public async Task<ImmutableArray<OverdueVisit>> Overdue(Person person)
    {
        if (!person.May("Api/Appointments/Raise") || !(await families.Status()).Loaded) return [];
        try
        {
            return await overdue.For(person);
        }
        catch (RegisterLoadingException)
        {
            return []; // as below
        }
    }

    public async Task<ImmutableDictionary<string, int>> Of(Person person)
    {
        var counts = ImmutableDictionary.CreateBuilder<string, int>();
        if (person.May("Tray/List")) counts["Tray/List"] = (await trays.Items(person.Scope())).Count(i => i.IsPending);
        if (!(await families.Status()).Loaded) return counts.ToImmutable();
        try
        {
            if (person.May("Fieldwork/ToTry")) counts["Fieldwork/ToTry"] = (await fieldwork.ToTry(new(TryState.Now) { Scope = person.Scope(), Interviewer = person.Is(Roles.Coordinator | Roles.Administrator) ? null : $"{person.Account}", Take = 1 })).Total;
            if (person.May("Queries/List")) counts["Queries/List"] = (await work.QueryCounts(new() { Scope = person.Scope() })).Where(c => c.State != QueryState.Closed).Sum(c => c.Queries);
            if ((await frames.Current()).Design.DoubleEntry.IsEmpty || !person.May("Forms/SecondEntries")) return counts.ToImmutable();
            counts["Forms/SecondEntries"] = (await registers.List(new(SecondStatus.Awaited) { Scope = person.Scope(), NotBy = $"{person.Account}", Take = 1 })).Total;
            counts["Forms/ToSettle"] = (await registers.List(new(SecondStatus.Differs) { Scope = person.Scope(), Take = 1 })).Total;
        }
        catch (RegisterLoadingException)
        {
            // a silo that has just joined loads its shards: what was counted stands, the rest comes with the next look
        }
        return counts.ToImmutable();
    }
}
