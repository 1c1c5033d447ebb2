using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit;

/// <summary>Generators of what rules are asked with.</summary>
public static class Some
{
    public static Gen<T> Any<T>(params T[] these) => Gen.Int[0, these.Length - 1].Select(i => these[i]);

    /// <summary>Over two leap years and sixteen clock changes.</summary>
    public static Gen<DateOnly> Day { get; } = Gen.Int[new DateOnly(2023, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    /// <summary>A day of the year in which the small study's families take part.</summary>
    public static Gen<DateOnly> DayOf2026 { get; } = Gen.Int[new DateOnly(2026, 1, 10).DayNumber, new DateOnly(2026, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    /// <summary>The same day as it is known: to the day, the month or the year.</summary>
    public static Gen<PartialDate> AsKnown(DateOnly day) => Any<PartialDate>(day, new(day.Year, day.Month), new(day.Year));

    public static Gen<PartialDate> PartialDate { get; } = Day.SelectMany(AsKnown);

    public static Gen<BirthMonth> BirthMonth { get; } = Gen.Select(Gen.Int[2008, 2025], Gen.Int[1, 12], (year, month) => new BirthMonth(year, month));

    public static Gen<FamilyId> FamilyId { get; } = Gen.Int.Select(seed => SosLongitudinal.Study.Kernel.FamilyId.From($"{seed}"));

    public static Gen<string> WorkerName { get; } = Any("amina", "ben", "cass");

    public static Gen<CaseHolder> CaseHolder { get; } = Gen.OneOf<CaseHolder>(
        WorkerName.Select(name => (CaseHolder)new CaseHolder.Named(StudyBuilder.WorkerOf(name))),
        Any<CaseHolder>(new CaseHolder.Unidentified("new starter"), new CaseHolder.Team("duty"), new CaseHolder.Unallocated(), new CaseHolder.Closed(), new CaseHolder.NotKnown()));
}
