using System.Collections.Immutable;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A recipe's rows, still to be read.</summary>
public sealed record RecipeTake(RecipePlan Plan, FileTable Table, StudyDesign Design, DateTimeOffset At, IAsyncEnumerable<byte[]> Messages)
{
    public string FileName(FileFormat format) => RecipeTable.FileName(Plan, Design, At, format.Name);
}

/// <summary>Runs recipes over the registers, or over the store where an instant is named.</summary>
public sealed class RecipeReading(FamilyRegisters registers, ReleaseRegisters releases, StudyFrames frames, PastStudy past, StudySecret secret, RegisterOptions options, TimeProvider clock)
{
    /// <summary>The purpose of pseudonyms in files that are of no release.</summary>
    private const string Unreleased = "extract";

    /// <param name="sites">The sites whose families may be read; <c>null</c>: all.</param>
    /// <param name="see">Is told of the family of each row, in the file's order.</param>
    /// <param name="isAgain">Whether it was read before and what was erased since is known: otherwise an instant that no longer reads as it did is refused.</param>
    public async Task<Decision<RecipeTake>> Take(
        Recipe recipe, ImmutableArray<SiteCode>? sites, Action<string>? see = null, string purpose = Unreleased, bool isAgain = false, CancellationToken cancellation = default)
    {
        if (InstantFault(recipe.AsOf) is { } fault) return fault.At("asOf");
        var frame = recipe.AsOf is { } instant ? await past.Frame(instant) : await frames.Current();
        if (RecipePlan.Of(frame, recipe) is var planned && planned is not Decision<RecipePlan>.Accepted) return ((Decision<RecipePlan>.Refused)planned).Why;
        var plan = ((Decision<RecipePlan>.Accepted)planned).Value;
        if (recipe is { AsOf: { } then, Erased: not "left-out" } && !isAgain && await releases.ErasedSince(plan.Source.Unit, then, sites) is { IsEmpty: false } erased) return ReleaseRefusals.Erased(erased);
        var of = $"pseudonyms.{(recipe.Privacy.Link.Length > 0 ? recipe.Privacy.Link : purpose)}";
        var secrets = new RecipeSecrets(await secret.Pseudonyms(of), await secret.Numbers(of));
        var extract = new ShardExtract(plan.Source.Name, plan.Source.Shape.ToString(), sites)
        {
            Columns = plan.Asked, Versions = plan.Layout, SettledOnly = recipe.DoubleEntry == "settled-only", WithKeys = true, Consent = plan.Recipe.Consent, AsOf = recipe.AsOf, WithTexts = !recipe.Texts.IsEmpty,
        };
        var at = recipe.AsOf ?? clock.GetUtcNow();
        plan = await RecipeCategories.Merged(plan, () => registers.Extract(extract, cancellation), cancellation);
        return new RecipeTake(plan, RecipeTable.Of(plan, frame.Design, at), frame.Design, at, new RecipeRows(plan, secrets, see).Of(registers.Extract(extract, cancellation), cancellation));
    }

    /// <summary>Whether the study can be read as of an instant yet.</summary>
    private Refusal? InstantFault(DateTimeOffset? instant) =>
        instant is not { } at || at <= clock.GetUtcNow() - options.Settles ? null
        : at > clock.GetUtcNow() ? ReleaseRefusals.Future
        : ReleaseRefusals.TooRecent(options.Settles);

    /// <summary>
    /// The newest instant that the study can be read as of. Facts are stamped to the millisecond: it is given out when its own is over, so that no fact can
    /// still be stamped with it.
    /// </summary>
    internal async Task<DateTimeOffset> Newest(CancellationToken cancellation)
    {
        var newest = Stamped(clock.GetUtcNow() - options.Settles);
        while (Stamped(clock.GetUtcNow() - options.Settles) <= newest) await Task.Delay(TimeSpan.FromMilliseconds(1), clock, cancellation);
        return newest;
    }

    private static DateTimeOffset Stamped(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
