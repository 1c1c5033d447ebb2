using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace SosLongitudinal.Storage.DataProtection;

/// <summary>Data Protection's key ring in the record store: an element per record of the state <c>keyring</c>, written once.</summary>
public sealed class RecordXmlRepository(IRecordStore store) : IXmlRepository
{
    public const string State = "keyring";

    // Data Protection asks without waiting, maybe from within a grain's turn: the store's own steps must not queue behind it
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
    {
        var elements = new List<XElement>();
        await foreach (var record in store.ReadAll(State, "")) elements.Add(XElement.Parse(Encoding.UTF8.GetString(record.Content.Span)));
        return elements;
    }).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        var key = new RecordKey(State, string.IsNullOrEmpty(friendlyName) ? Guid.NewGuid().ToString() : friendlyName);
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        Task.Run(() => store.Write(key, content, expected: null)).GetAwaiter().GetResult();
    }
}
