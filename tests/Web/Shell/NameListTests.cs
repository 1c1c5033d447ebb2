using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>What an account is called where a person reads it.</summary>
public sealed class NameListTests
{
    private static readonly NameList Names = NameList.Of([("asta@study.example", "Asta Berg"), ("jo@study.example", "Jo Cole"), ("j.cole@study.example", "jo cole "), ("nameless@study.example", " ")]);

    [Theory]
    [InlineData("asta@study.example", "Asta Berg")]
    [InlineData("jo@study.example", "Jo Cole (jo@study.example)")]
    [InlineData("j.cole@study.example", "jo cole (j.cole@study.example)")]
    [InlineData("nameless@study.example", "nameless@study.example")]
    [InlineData("gone@elsewhere.example", "gone@elsewhere.example")]
    [InlineData("kate@command-line", "kate, on the command line")]
    [InlineData("system", "The system")]
    public void An_account_is_called_by_its_name_with_the_address_where_two_have_the_same(string key, string called) => Assert.Equal(called, $"{Names.Of(key)}");

    [Theory]
    [InlineData("This form was locked by asta@study.example on 2 January 2026 at 10:00 UTC (final).", "This form was locked by Asta Berg on 2 January 2026 at 10:00 UTC (final).")]
    [InlineData("Settled by asta@study.example, jo@study.example.", "Settled by Asta Berg, Jo Cole (jo@study.example).")]
    [InlineData("Ask Asta Berg (asta@study.example) to add you.", "Ask Asta Berg (asta@study.example) to add you.")]
    [InlineData("Write to gone@elsewhere.example; see item @mode", "Write to gone@elsewhere.example; see item @mode")]
    public void A_sentence_that_names_accounts_by_their_keys_is_read_with_names(string sentence, string read) => Assert.Equal(read, Names.Say(sentence));
}
