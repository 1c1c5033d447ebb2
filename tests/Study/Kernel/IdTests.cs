using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class IdTests
{
    private static readonly Gen<FamilyId> Family = Gen.String.Select(seed => FamilyId.From(seed));

    private static readonly Gen<MemberId> Member = Gen.Select(Family, Gen.Int[0, 2], Gen.Int[1, 99], (family, letter, number) => MemberId.Of(family, "CPR"[letter], number));

    [Fact]
    public void A_family_id_reads_back_from_its_text_in_any_case() => Family.Sample(id =>
    {
        Assert.Equal(id, FamilyId.Parse(id.ToString()));
        Assert.Equal(id, FamilyId.Parse(id.ToString().ToLowerInvariant()));
        Assert.InRange(id.Shard, 0, FamilyId.Shards - 1);
        Assert.Equal(id.ToString()[0], CheckCharacter.Alphabet[id.Shard]);
    });

    [Fact]
    public void A_family_id_with_one_wrong_character_is_none() =>
        OneWrong(Family, id => id.ToString(), text => FamilyId.TryParse(text, null, out _));

    [Fact]
    public void A_member_id_reads_back_from_its_text_and_names_its_family() => Member.Sample(id =>
    {
        Assert.Equal(id, MemberId.Parse(id.ToString()));
        Assert.Equal(id, MemberId.Parse(id.ToString().ToLowerInvariant()));
        Assert.Equal(id.ToString()[..7], id.Family.ToString());
        Assert.Contains(id.Letter, "CPR");
    });

    [Fact]
    public void A_member_id_with_one_wrong_character_is_none() =>
        OneWrong(Member, id => id.ToString(), text => MemberId.TryParse(text, null, out _));

    [Fact]
    public void A_worker_id_reads_back_from_its_text_and_with_one_wrong_character_is_none()
    {
        var worker = Gen.String.Select(seed => WorkerId.From(seed));
        worker.Sample(id => Assert.Equal(id, WorkerId.Parse(id.ToString().ToLowerInvariant())));
        OneWrong(worker, id => id.ToString(), text => WorkerId.TryParse(text, null, out _));
    }

    [Fact]
    public void The_same_seed_gives_the_same_id_and_the_next_candidate_another() => Gen.String.Sample(seed =>
    {
        Assert.Equal(FamilyId.From(seed), FamilyId.From(seed));
        Assert.NotEqual(FamilyId.From(seed), FamilyId.From(seed, 1));
    });

    [Fact]
    public void Ids_spread_evenly_over_the_shards()
    {
        var shards = Enumerable.Range(0, 32_000).CountBy(i => FamilyId.From($"op-{i}").Shard).ToList();
        Assert.Equal(FamilyId.Shards, shards.Count);
        Assert.All(shards, shard => Assert.InRange(shard.Value, 850, 1150));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7K2M9Q")]
    [InlineData("7K2M9QXX")]
    [InlineData("7K2M9Q ")]
    [InlineData("UUUUUUU")]
    public void What_has_another_shape_is_no_family_id(string text) => Assert.False(FamilyId.TryParse(text, null, out _));

    [Fact]
    public void No_text_makes_a_parser_throw() => Gen.String.Sample(text =>
    {
        FamilyId.TryParse(text, null, out _);
        MemberId.TryParse(text, null, out _);
        WorkerId.TryParse(text, null, out _);
        SiteCode.TryParse(text, null, out _);
        OperationId.TryParse(text, null, out _);
        PartialDate.TryParse(text, null, out _);
    });

    [Fact]
    public void A_derived_operation_is_an_operation_of_its_own_and_the_same_each_time() => Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.String[Gen.Char.AlphaNumeric, 1, 20]).Sample((text, step) =>
    {
        var operation = OperationId.Parse(text);
        Assert.Equal(operation.Derive(step), operation.Derive(step));
        Assert.NotEqual(operation, operation.Derive(step));
        Assert.NotEqual(operation.Derive(step), operation.Derive(step + "2"));
        Assert.True(OperationId.TryParse(operation.Derive(step).Text, null, out _));
    });

    // a look-alike is the same character, not a wrong one; a hyphen and the number's digits are checked by the check character too
    private static void OneWrong<T>(Gen<T> ids, Func<T, string> textOf, Func<string, bool> parses) => ids.Sample(id =>
    {
        var text = textOf(id);
        for (var at = 0; at < text.Length; at++)
            foreach (var wrong in CheckCharacter.Alphabet.Where(c => c != text[at]))
                Assert.False(parses(text[..at] + wrong + text[(at + 1)..]), $"{wrong} at {at} of {text} went unseen");
    }, iter: 100);
}
