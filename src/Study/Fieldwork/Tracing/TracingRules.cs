using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Tracing;

/// <summary>Decisions about attempts to find a family. Who may look for it is decided before.</summary>
public static class TracingRules
{
    private const int LongestAccount = 254;

    public static Decision<ImmutableArray<FamilyFact>> Record(FamilyState family, StudyFrame frame, WaveCode wave, TracingAttempt attempt, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave).At("wave");
        if (family.Stage < Stage.AgreedToContact) return FamilyRefusals.NotAgreed;
        if (attempt.By.Length is 0 or > LongestAccount) return TracingRefusals.By.At("by");
        if (attempt.On > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("on");
        if (attempt.On < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("on");
        if (family.EndedOn < attempt.On) return FamilyRefusals.Ended(family.EndedOn).At("on");
        if (family.Consents.IsWithdrawn(ConsentScope.Interview, null, attempt.On)) return TracingRefusals.Withdrawn;
        if (attempt.NextOn < attempt.On) return TracingRefusals.NextBefore.At("nextOn");
        if (attempt is { NextOn: not null, Result: TracingResult.Died }) return TracingRefusals.NoNext.At("nextOn");
        return Facts.Of<FamilyFact>(new FamilyFact.TracingTried(wave, 1 + family.Tracing.Count(t => t.Wave == wave), attempt));
    }

    /// <summary>Strikes out what was recorded in error; it stays in the record and counts no more.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Strike(FamilyState family, WaveCode wave, int number, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Tracing.FirstOrDefault(t => t.Wave == wave && t.Number == number) is not { } there ? TracingRefusals.Unknown(number)
        : !there.Stands ? Facts.None<FamilyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.TracingStruck(wave, number));
}

/// <summary>Which sources were tried at a wave, and which were not.</summary>
public sealed record SourcesTried(ImmutableArray<TracingSource> Tried, ImmutableArray<TracingSource> Untried)
{
    public static SourcesTried Of(FamilyState family, WaveCode wave)
    {
        var tried = family.TracingAt(wave).Select(t => t.Attempt.Source).Distinct().Order().ToImmutableArray();
        return new(tried, [.. Enum.GetValues<TracingSource>().Except(tried)]);
    }
}

/// <summary>Refusals about attempts to find a family. Codes are public and never reworded.</summary>
public static class TracingRefusals
{
    public static readonly Refusal By = new("tracing.by", "Say who looked, in at most 254 characters.");
    public static readonly Refusal NextBefore = new("tracing.next-before", "The next step cannot be before the day on which somebody looked.");
    public static readonly Refusal NoNext = new("tracing.no-next", "Nobody looks on for a family in which somebody died. Leave the day of the next step empty.");
    public static readonly Refusal Withdrawn = new("tracing.withdrawn", "The consent to be interviewed is withdrawn. Do not look for the family.", RefusalKind.Conflict);
    public static Refusal Unknown(int number) => new("tracing.unknown", $"There is no tracing attempt {number} at this wave.", RefusalKind.NotFound);
}
