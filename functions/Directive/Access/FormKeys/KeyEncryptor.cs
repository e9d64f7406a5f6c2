using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Directives.Access.FormKeys;

/// <summary>Hides the secret part of a key before it is kept; <see cref="KeyDecryptor"/> undoes it.</summary>
public sealed class KeyEncryptor(IKeyWrap wrap) : IXmlEncryptor
{
    /// <summary>The element that holds what is hidden.</summary>
    internal const string Element = "wrapped";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var clear = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(wrap.Wrap(clear))), typeof(KeyDecryptor));
    }
}
