using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;

namespace SosLongitudinal.Study.Quality;

/// <summary>What a hit was found in, as sixteen hexadecimal digits: other answers, dates or people give other ones.</summary>
internal static class QualityInputs
{
    public static string Of(FamilyState family, params ReadOnlySpan<Form> forms)
    {
        var text = new StringBuilder();
        foreach (var form in forms)
        {
            text.Append(CultureInfo.InvariantCulture, $"{form.Place}|{form.InstrumentVersion}|{form.CompletedOn:O}|{form.Answers}\n");
            foreach (var party in (Party[])[form.Place.Subject, form.Place.Respondent])
                if (party.Member is { } id && family.Member(id) is { } member) text.Append(CultureInfo.InvariantCulture, $"{member.Id}|{member.Birth}|{member.Joined}|{member.Left}\n");
        }
        return Of(text.Append(CultureInfo.InvariantCulture, $"{family.ConsentedOn:O}|{family.EndedOn:O}").ToString());
    }

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
