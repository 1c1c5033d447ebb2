using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>One person's browser without script: cookies, forms with their hidden fields, no redirects followed unless asked.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private string? email;
    private string? token;

    public Visitor(Uri address)
    {
        Address = address;
        http = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http => http;

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public Task<Page> Get(string path) => Read(http.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Opens the page, fills in its form (the one whose action ends so, where it has several) and sends it with its hidden fields.</summary>
    public async Task<Page> Post(string path, object fields, string action = "")
    {
        var shown = await Get(path);
        var form = shown.Document.QuerySelectorAll("main form").First(f => action.Length == 0 || (f.GetAttribute("action") ?? "").EndsWith(action, StringComparison.Ordinal));
        return await Send(form.GetAttribute("action") is { Length: > 0 } to ? new Uri(new Uri(Address, path), to).PathAndQuery : path, [.. Page.Hidden(form), .. Page.Pairs(fields)]);
    }

    /// <summary>Opens the page and presses a button that sends its form elsewhere: its handler stands in the button, not in the form.</summary>
    public async Task<Page> Press(string path, string handler, object fields)
    {
        var shown = await Get(path);
        var button = shown.Document.QuerySelector($"main form button[formaction$='handler={handler}']") ?? throw new InvalidOperationException($"{path} has no button '{handler}'.");
        return await Send(new Uri(new Uri(Address, path), button.GetAttribute("formaction")).PathAndQuery, [.. Page.Hidden(button.Closest("form")!), .. Page.Pairs(fields)]);
    }

    /// <summary>Sends the form of a page that is open already.</summary>
    public Task<Page> Send(Page page, string path, object fields) => Send(path, [.. Page.Hidden(page.Document.QuerySelector("main form")!), .. Page.Pairs(fields)]);

    public Task<Page> Send(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Read(http.PostAsync(path, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken));

    /// <summary>Sends a form with a file.</summary>
    public Task<Page> Send(string path, MultipartFormDataContent form) => Read(http.PostAsync(path, form, TestContext.Current.CancellationToken));
    /// <summary>Opens the page, and sends its form with a file of its own.</summary>
    public async Task<Page> Upload(string path, object fields, string field, string fileName, string text)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Hidden((await Get(path)).Document.QuerySelector("main form")!).Concat(Page.Pairs(fields))) form.Add(new StringContent(value), name);
        form.Add(new StringContent(text), field, fileName);
        return await Read(http.PostAsync(path, form, TestContext.Current.CancellationToken));
    }

    public async Task SignIn(string email, string password)
    {
        var answer = await Post("/sign-in", new { Email = email, Password = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        this.email = email;
    }

    /// <summary>An API token of whoever signed in here; none for one who has not.</summary>
    public async Task<string?> Token(RunningStudy study)
    {
        if (email is null || token is not null) return token;
        using var api = new HttpClient { BaseAddress = study.Address };
        using var response = await api.PostAsJsonAsync("/api/v1/tokens", new { email, password = RunningStudy.Password, name = "test" }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return token = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString();
    }

    /// <summary>What an expired sign-in looks like to the server.</summary>
    public void LoseSignIn()
    {
        foreach (var cookie in Cookies.Where(c => c.Name == "sos")) cookie.Expired = true;
    }

    public void Dispose() => http.Dispose();

    private static async Task<Page> Read(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        return new(response.StatusCode, response.Headers, text, new HtmlParser().ParseDocument(isHtml ? text : ""), response.Headers.Location?.ToString());
    }
}
