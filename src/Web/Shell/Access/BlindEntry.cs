using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>
/// Keeps what a form says from whoever may still enter it the second time: it was drawn, its second entry is not in, and the person does not know the first: they did
/// not key it, match it from a tray or change it, and their role enters forms. Every page, endpoint and list that shows answers, scores or what follows from them asks here first.
/// </summary>
public sealed class BlindEntry(DoubleEntrySamples samples, StudyFrames frames)
{
    private const string Task = "Forms/EnterSecond";

    /// <summary>Whether what the form says is hidden from the person until the second entry is in.</summary>
    public async ValueTask<bool> Hides(Person person, FamilyId family, Form form) =>
        IsOpenTo(person, form) && (await frames.Current()).Design is var design && (await samples.Sample()).Draws(design, family, form.Place);

    /// <summary>The same of the form that a query of a list is about.</summary>
    public async ValueTask<bool> Hides(Person person, QueryRow row) =>
        !row.IsTwice && !Knows(person, row.EnteredBy, row.AlsoKnownTo) && person.May(Task) && (await frames.Current()).Design is var design && (await samples.Sample()).Draws(design, row.Family, row.Place);

    /// <summary>Which forms of a family are hidden from the person.</summary>
    public async ValueTask<Func<FormPlace, bool>> Of(Person person, FamilyState family)
    {
        var (design, sample) = ((await frames.Current()).Design, await samples.Sample());
        return place => family.FormAt(place) is { } form && IsOpenTo(person, form) && sample.Draws(design, family.Id, place);
    }

    /// <summary>The family as told to somebody from whom forms are hidden: nothing may be counted from the day on which one was filled in.</summary>
    public static FamilyState Seen(FamilyState family, Func<FormPlace, bool> hides) => family with { Forms = family.Forms.RemoveAll(f => hides(f.Place)) };

    /// <summary>Hits without those that tell what a form says that is hidden from the person.</summary>
    public async ValueTask<ImmutableArray<QualityHit>> Shown(Person person, ImmutableArray<QualityHit> hits)
    {
        if (!person.May(Task)) return hits;
        var (design, sample) = ((await frames.Current()).Design, await samples.Sample());
        return [.. hits.Where(h => h.Place is not { } place || !h.IsEnteredOnce || Knows(person, h.EnteredBy, h.AlsoKnownTo) || !sample.Draws(design, h.Family, place))];
    }

    private static bool Knows(Person person, string enteredBy, ImmutableArray<string> also) => $"{person.Account}" is var who && (enteredBy == who || also.Contains(who));

    private static bool IsOpenTo(Person person, Form form) => form.Trail?.Second is null && !form.IsKnownTo(person.Account.ToString()) && person.May(Task);
}
