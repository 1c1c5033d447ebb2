using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>Where a form that was keyed lies.</summary>
public sealed record RecentKey(FamilyId Family, FormPlace Place, bool IsSecond);

/// <summary>A form that this person keyed, in a line. Of a second entry nothing of its answers is said: the first is not to be guessed at.</summary>
public sealed record RecentForm(RecentKey Key, DateOnly On, string Words)
{
    public string Href => FormsLinks.Show(Key.Family, Key.Place);

    public static RecentForm Of(RecentKey key, Form form, StudyFrame frame)
    {
        var about = key.Place.Subject.Member?.ToString() ?? key.Family.ToString();
        if (key.IsSecond) return new(key, form.CompletedOn, $"{about}, second entry");
        var definition = frame.Shelf.Find(key.Place.Instrument, form.InstrumentVersion);
        var inner = definition?.Scales.SelectMany(s => s.SumOf).ToHashSet() ?? [];
        var totals = definition is null ? [] : Scoring.Score(definition, form.Answers).Scales
            .Where(s => !inner.Contains(s.Name)).OrderByDescending(s => definition.Scales.First(d => d.Name == s.Name).Max).Take(2)
            .Select(s => $"{definition.Scales.First(d => d.Name == s.Name).Label ?? s.Name} {s.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? s.Missing?.Words()}");
        return new(key, form.CompletedOn, string.Join(", ", totals.Prepend(form.CompletedOn.Words()).Prepend(about)));
    }
}

/// <summary>The last forms of one person at one browser, kept there sealed: a convenience that outlives a restart and that nobody else can read.</summary>
public sealed class RecentForms(IGrainFactory grains, IDataProtectionProvider protection)
{
    private const string Cookie = "sos-keyed";
    private const int Most = 10;

    public async Task<ImmutableArray<RecentForm>> Read(HttpContext http, Person person, StudyFrame frame)
    {
        var forms = await Task.WhenAll(Keys(http, person).Select(async key =>
            await grains.Family(key.Family).Read() is { } family && person.MaySee(family.Site) && family.FormAt(key.Place) is { } form ? RecentForm.Of(key, form, frame) : null));
        return [.. forms.OfType<RecentForm>()];
    }

    public void Add(HttpContext http, Person person, RecentKey key)
    {
        var keys = Keys(http, person).Where(k => k != key).Prepend(key).Take(Most).ToList();
        var content = Seal(person).Protect(JsonSerializer.Serialize(keys));
        http.Response.Cookies.Append(Cookie, content, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = FormsLinks.ChooseBatch });
    }

    private List<RecentKey> Keys(HttpContext http, Person person)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } content) return [];
        try
        {
            return JsonSerializer.Deserialize<List<RecentKey>>(Seal(person).Unprotect(content)) ?? [];
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return []; // another account's, or of another study
        }
    }

    private IDataProtector Seal(Person person) => protection.CreateProtector("sos.keyed-forms", person.Account.ToString());
}
