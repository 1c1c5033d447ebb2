using CsCheck;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Diaries;

/// <summary>The rules of a diary held against a model that is too simple to be wrong: a day of 48 half hours, each with those who have it.</summary>
public sealed class DiaryModelTests
{
    private const int Slots = 48;
    private const int Limit = 4;
    private static readonly DateTimeOffset Midnight = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 3, 9);
    private static readonly FamilyId Family = FamilyId.From("model");

    private enum Act { Hold, Move, Confirm, Release, SetAway, LiftAway }

    private sealed record Step(Act Act, int Booking, int Other, int From, int Length);

    private static readonly Gen<Step> Steps = Gen.Select(Some.Any(Enum.GetValues<Act>()), Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, Slots - 1], Gen.Int[1, 6], (act, booking, other, from, length) => new Step(act, booking, other, from, length));

    [Fact]
    public void Whatever_is_asked_in_whatever_order_a_diary_gives_what_the_model_gives() => Steps.Array[1, 60].Sample(steps =>
    {
        var (diary, model, version) = (new Diary(DiaryKey.Parse("person~alice@example.org~2026-03")), new Model(), 0);
        foreach (var step in steps)
        {
            var stamp = new Stamp(step.Act == Act.SetAway ? Away(step.Booking) : Op(step.Booking), "test@example.org", Midnight.AddMinutes(version));
            var decision = Asked(diary, step, stamp);
            if (model.Allows(step) != decision is Decision<System.Collections.Immutable.ImmutableArray<DiaryFact>>.Accepted) return false;
            foreach (var fact in decision.Match(facts => facts, _ => []))
                diary = DiaryFact.Fold(diary, new(new FactHead(++version, stamp.At, stamp.By, stamp.Operation, ""), fact, null));
            model.Do(step);
            if (!model.Holds(diary)) return false;
        }
        return true;
    });

    [Fact]
    public void Two_entries_overlap_only_where_one_replaces_the_other() => Steps.Where(s => s.Act != Act.Move).Array[1, 60].Sample(steps =>
    {
        var (diary, version) = (new Diary(DiaryKey.Parse("person~alice@example.org~2026-03")), 0);
        foreach (var step in steps)
        {
            var stamp = new Stamp(step.Act == Act.SetAway ? Away(step.Booking) : Op(step.Booking), "test@example.org", Midnight);
            foreach (var fact in Asked(diary, step, stamp).Match(facts => facts, _ => []))
                diary = DiaryFact.Fold(diary, new(new FactHead(++version, stamp.At, stamp.By, stamp.Operation, ""), fact, null));
        }
        return diary.Entries.All(a => diary.Entries.All(b => a == b || !a.Overlaps(b.From, b.Until)));
    });

    private static Decision<System.Collections.Immutable.ImmutableArray<DiaryFact>> Asked(Diary diary, Step step, Stamp stamp) => step.Act switch
    {
        Act.Hold => DiaryRules.Hold(diary, Hold(step, null), stamp),
        Act.Move => DiaryRules.Hold(diary, Hold(step, Op(step.Other)), stamp),
        Act.Confirm => DiaryRules.Confirm(diary, stamp.Operation),
        Act.Release => DiaryRules.Release(diary, stamp.Operation),
        Act.SetAway => diary.Find(stamp.Operation) is null ? DiaryRules.SetAway(diary, At(step.From), At(End(step)), stamp) : DiaryRefusals.NoTime, // a door answers a repeated operation itself
        _ => DiaryRules.LiftAway(diary, Away(step.Booking)),
    };

    private static DiaryHold Hold(Step step, OperationId? replaces) => new(Family, At(step.From), At(End(step)), Monday, Limit, replaces);

    private static int End(Step step) => Math.Min(Slots, step.From + step.Length);

    private static DateTimeOffset At(int slot) => Midnight.AddMinutes(30 * slot);

    private static OperationId Op(int booking) => new($"booking-{booking}");

    private static OperationId Away(int booking) => new($"away-{booking}");

    private sealed class Model
    {
        private readonly Dictionary<string, (int From, int To)> taken = [];

        public bool Allows(Step step) => step.Act switch
        {
            Act.Hold => IsFree(step, $"{Op(step.Booking)}", null, Limit),
            Act.Move => IsFree(step, $"{Op(step.Booking)}", $"{Op(step.Other)}", Limit),
            Act.Confirm => taken.ContainsKey($"{Op(step.Booking)}"),
            Act.SetAway => !taken.ContainsKey($"{Away(step.Booking)}") && IsFree(step, $"{Away(step.Booking)}", null, int.MaxValue),
            _ => true,
        };

        public void Do(Step step)
        {
            if (!Allows(step)) return;
            if (step.Act is Act.Hold or Act.Move) taken.TryAdd($"{Op(step.Booking)}", (step.From, End(step)));
            if (step.Act is Act.SetAway) taken[$"{Away(step.Booking)}"] = (step.From, End(step));
            if (step.Act is Act.Release) taken.Remove($"{Op(step.Booking)}");
            if (step.Act is Act.LiftAway) taken.Remove($"{Away(step.Booking)}");
        }

        public bool Holds(Diary diary) => diary.Entries.Length == taken.Count
            && diary.Entries.All(e => taken.TryGetValue($"{e.Operation}", out var t) && (e.From, e.Until) == (At(t.From), At(t.To)));

        private bool IsFree(Step step, string own, string? replaced, int limit)
        {
            if (taken.ContainsKey(own)) return true;
            var others = taken.Where(t => t.Key != replaced).ToList();
            return others.All(t => t.Value.To <= step.From || End(step) <= t.Value.From) && others.Count(t => t.Key.StartsWith("booking", StringComparison.Ordinal)) < limit;
        }
    }
}
