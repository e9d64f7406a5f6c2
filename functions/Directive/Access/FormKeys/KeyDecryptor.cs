using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Access.FormKeys;

/// <summary>Reads what <see cref="KeyEncryptor"/> hid. The framework makes it by its name, as each key says by whom it is read.</summary>
public sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var wrap = services.GetRequiredService<IKeyWrap>();
        return XElement.Parse(Encoding.UTF8.GetString(wrap.Unwrap(Convert.FromBase64String(encryptedElement.Value))));
    }
}
