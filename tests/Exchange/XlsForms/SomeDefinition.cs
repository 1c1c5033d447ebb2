using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

/// <summary>Definitions as reading makes them: every type of item, groups in groups, repeats, languages, choices with names and attributes, gates and numbers of our own.</summary>
internal static class SomeDefinition
{
    private static readonly Gen<string> Words = Gen.Select(
        Some.Any("How", "Pa", "é", "漢", "\U0001F600", "_x0041_", "<b>", "\"x\"", "'", "1", "=1+1", "a&b"), Some.Any("", " old", "\nline two", ", or", ";", " {x}", " \\"), Some.Any("?", "!", ".", " 9"),
        (a, b, c) => $"{a}{b}{c}");

    private static readonly Gen<string?> MaybeWords = Gen.OneOf(Words.Select(w => (string?)w), Gen.Const((string?)null));

    public static Gen<InstrumentDefinition> Any { get; } = Gen.Select(
        Gen.Int[0, 6].Array[1, 6], Gen.Int[0, int.MaxValue], Some.Any("en", "Cymraeg (cy)", "fr"), Words, Gen.Bool, (shapes, seed, language, title, translated) => Make(shapes, seed, language, title, translated));

    /// <summary>The parts are drawn one after the other: what an item may name depends on the items in front of it.</summary>
    private static InstrumentDefinition Make(int[] shapes, int seed, string language, string title, bool translated)
    {
        var draw = new Draw(seed, translated);
        var sections = new List<Section>();
        foreach (var shape in shapes)
        {
            var name = $"group_{sections.Count}";
            Section Group(string? called, string? parent = null, bool empty = false)
            {
                // a section's condition cannot ask for what lies in it
                var condition = draw.Condition();
                return new(draw.Text(Words), empty ? [] : draw.Items()) { Name = called, Parent = parent, Labels = draw.Labels(), Relevant = condition, Appearance = draw.Either<string?>("field-list", null) };
            }
            switch (shape)
            {
                case 0 when sections.LastOrDefault() is { Name: null, Title: "" }: break;
                case 0: sections.Add(new("", draw.Items())); break;
                case 1: sections.Add(Group(name)); break;
                case 2: sections.AddRange([Group(name, empty: true), Group($"{name}_in", name)]); break;
                case 3:
                    var outer = Group(name);
                    sections.AddRange([outer, Group($"{name}_in", name), outer with { Items = draw.Items() }]);
                    break;
                case 4: sections.Add(draw.Apart(() => Group(name) with { Repeat = draw.Number(1, 4) })); break;
                case 5 when draw.AnyNumber() is { } counted: sections.Add(draw.Apart(() => Group(name) with { Repeat = draw.Number(1, 4), RepeatCount = counted })); break;
                default: sections.Add(Group(null)); break;
            }
        }
        if (sections.Count == 0) sections.Add(new("", draw.Items()));
        return new()
        {
            Id = new InstrumentId("some"),
            Version = draw.Number(1, 30),
            Title = title,
            Subject = draw.Either(InstrumentSubject.Child, InstrumentSubject.Family),
            Respondents = [RespondentRole.Teacher, RespondentRole.Carer],
            Consent = ConsentScope.CaseFile,
            Track = Track.CaseRecord,
            Age = draw.Either(new AgeRange(4, 17), null),
            Licence = "Ours; \"free\".",
            Note = draw.Text(MaybeWords),
            Language = language,
            ChoiceLists = draw.Lists,
            Sections = [.. sections],
        };
    }

    private sealed class Draw(int seed, bool translated)
    {
        private readonly Random random = new(seed);
        private readonly List<string> numbers = [];
        private int count;

        public ImmutableDictionary<string, ImmutableArray<Study.Instruments.Choice>> Lists { get; private set; } = ImmutableDictionary<string, ImmutableArray<Study.Instruments.Choice>>.Empty;

        public int Number(int least, int most) => random.Next(least, most + 1);

        public T Either<T>(T one, T other) => random.Next(2) == 0 ? one : other;

        public T Text<T>(Gen<T> from) => from.Generate(new PCG((uint)random.Next(), (ulong)random.Next()), null, out _);

        public string? AnyNumber() => numbers.Count == 0 ? null : $"${{{numbers[random.Next(numbers.Count)]}}}";

        /// <summary>What is drawn here is named by nothing outside it, as answers of a repeat are.</summary>
        public Section Apart(Func<Section> draw)
        {
            var before = numbers.Count;
            var section = draw();
            numbers.RemoveRange(before, numbers.Count - before);
            return section;
        }

        public string? Condition() => random.Next(3) == 0 && AnyNumber() is { } number ? $"{number} > {random.Next(9)}" : null;

        public ImmutableDictionary<string, string> Labels() => translated ? ImmutableDictionary<string, string>.Empty.Add("Deutsch (de)", Text(Words)) : ImmutableDictionary<string, string>.Empty;

        public ImmutableArray<Item> Items() => [.. Enumerable.Range(0, Number(1, 4)).Select(_ => Item())];

        private Item Item()
        {
            var (name, type) = ($"q{++count}", (ItemType)random.Next(10));
            var item = new Item
            {
                Name = name,
                Number = random.Next(4) == 0 ? random.Next(200) : 0,
                Type = type,
                Label = Text(MaybeWords),
                Labels = Labels(),
                Hint = Text(MaybeWords),
                Hints = random.Next(3) == 0 ? Labels() : ImmutableDictionary<string, string>.Empty,
                Required = random.Next(3) == 0,
                ReadOnly = random.Next(5) == 0,
                Hidden = random.Next(6) == 0,
                Identifies = random.Next(6) == 0,
                OwnName = random.Next(6) == 0,
                MaxLength = random.Next(4) == 0 ? random.Next(1, 99) : 2_000,
                Relevant = Condition(),
                Appearance = Either<string?>("minimal", null),
                ConstraintMessage = random.Next(4) == 0 ? Text(Words) : null,
                ConstraintMessages = random.Next(4) == 0 ? Labels() : ImmutableDictionary<string, string>.Empty,
                RequiredMessage = random.Next(4) == 0 ? Text(Words) : null,
                RequiredMessages = random.Next(4) == 0 ? Labels() : ImmutableDictionary<string, string>.Empty,
            };
            // beside a plain yes there is nothing left to say
            item = item with { RequiredWhen = item.Required ? null : Condition(), ReadOnlyWhen = item.ReadOnly ? null : Condition() };
            item = type switch
            {
                ItemType.Number => Ranged(item with { Decimals = random.Next(2) == 0, MissingInFiles = random.Next(3) == 0 ? [88, 99] : [] }),
                ItemType.Code or ItemType.Codes or ItemType.Ranking => item with { Choices = List(), ChoiceFilter = random.Next(3) == 0 ? "place = 'norfolk'" : null },
                ItemType.Computed => item with { Calculation = AnyNumber() is { } number ? $"{number} * 2" : "2 + 2", Relevant = null, Required = false, RequiredWhen = null, ReadOnlyWhen = null, ConstraintMessage = null },
                ItemType.Text => item with { Default = Either<string?>("as before", null), Constraint = random.Next(3) == 0 ? "regex(., '^[a-z(]+$')" : null },
                _ => item,
            };
            if (type == ItemType.Number) numbers.Add(name);
            return item;
        }

        private Item Ranged(Item item) => item with
        {
            Min = random.Next(3) == 0 ? random.Next(-9, 9) : null,
            Max = random.Next(3) == 0 ? random.Next(10, 99) + 0.5m : null,
            Constraint = random.Next(3) == 0 ? ". != 3 and (. < 50 or . > 60)" : null,
        };

        private string List()
        {
            if (Lists.Count > 2) return Lists.Keys.Order(StringComparer.Ordinal).First();
            var name = $"list_{Lists.Count}";
            var codes = Enumerable.Range(-5, 60).OrderBy(_ => random.Next()).Take(Number(1, 5)).ToList();
            Lists = Lists.Add(name, [.. codes.Select((code, i) => new Study.Instruments.Choice(code, Text(MaybeWords))
            {
                Name = random.Next(2) == 0 ? $"word{i}" : null,
                Labels = Labels(),
                Attributes = i == 0 || random.Next(2) == 0 ? ImmutableDictionary<string, string>.Empty.Add("place", Either("norfolk", "essex")) : ImmutableDictionary<string, string>.Empty,
                Dropped = random.Next(6) == 0,
            })]);
            return name;
        }
    }
}
