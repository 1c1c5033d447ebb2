using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class CheckCharacterTests
{
    private const string Alphabet = CheckCharacter.Alphabet;

    private static readonly Gen<string> Body = Gen.Int[0, 31].Array[1, 12].Select(values => string.Concat(values.Select(v => Alphabet[v])));

    [Fact]
    public void Every_single_wrong_character_is_found() => Body.Sample(body =>
    {
        var whole = body + CheckCharacter.Of(body);
        for (var at = 0; at < whole.Length; at++)
            foreach (var wrong in Alphabet.Where(c => c != whole[at]))
                Assert.False(Holds(whole[..at] + wrong + whole[(at + 1)..]), $"{wrong} at {at} of {whole} went unseen");
    }, iter: 300);

    [Fact]
    public void Nearly_every_swap_of_neighbours_is_found()
    {
        var (swaps, unseen) = (0, 0);
        foreach (var first in Alphabet)
            foreach (var second in Alphabet.Where(c => c != first))
            {
                var body = $"7{first}{second}K";
                if (CheckCharacter.Of(body) == CheckCharacter.Of($"7{second}{first}K")) unseen++;
                swaps++;
            }
        Assert.InRange(unseen, 0, swaps / 100);
    }

    [Fact]
    public void Hyphens_do_not_count() => Body.Sample(body => Assert.Equal(CheckCharacter.Of(body), CheckCharacter.Of($"-{body[..1]}-{body[1..]}-")));

    [Theory]
    [InlineData("i1Lo0O", "111000")]
    [InlineData("abcdefgh", "ABCDEFGH")]
    [InlineData("U", null)]
    [InlineData("é", null)]
    [InlineData("", "")]
    public void Look_alikes_and_lower_case_read_as_what_they_stand_for(string text, string? normal) => Assert.Equal(normal, CheckCharacter.Normalise(text));

    private static bool Holds(string whole) => CheckCharacter.Of(whole.AsSpan(0, whole.Length - 1)) == whole[^1];
}
