using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Home;

/// <summary>How much waits for a person, by task of the access table. The start page stands without it: while the registers load there are no counts.</summary>
public sealed class WaitingWork(DoubleEntryRegisters registers, StudyFrames frames)
{
    public async Task<ImmutableDictionary<string, int>> Of(Person person)
    {
        if ((await frames.Current()).Design.DoubleEntry.IsEmpty || !person.May("Forms/SecondEntries")) return ImmutableDictionary<string, int>.Empty;
        try
        {
            var awaited = await registers.List(new(SecondStatus.Awaited) { Scope = person.Scope(), NotBy = $"{person.Account}", Take = 1 });
            var differ = await registers.List(new(SecondStatus.Differs) { Scope = person.Scope(), Take = 1 });
            return ImmutableDictionary<string, int>.Empty.Add("Forms/SecondEntries", awaited.Total).Add("Forms/ToSettle", differ.Total);
        }
        catch (RegisterLoadingException)
        {
            return ImmutableDictionary<string, int>.Empty;
        }
    }
}
