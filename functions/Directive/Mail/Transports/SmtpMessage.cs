using System.Text;
using Directives.Language;
using MimeKit;

namespace Directives.Mail.Transports;

/// <summary>A letter as a mail message; pure.</summary>
internal static class SmtpMessage
{
    public static MimeMessage Make(MailOptions options, LetterDraft draft, ComposedLetter letter)
    {
        var from = new MailboxAddress(Encoding.UTF8, HeaderText.Line(options.FromName), options.From);
        var title = draft.Reader.Titles().In(Texts.In(letter.Language));
        var message = new MimeMessage
        {
            Subject = HeaderText.Line(letter.Subject),
            Date = draft.At,
            // The same for each try, so that a mail server that has it already can tell.
            MessageId = $"{Atom(draft.Id)}@{from.Domain}",
            Body = new Multipart("alternative") { Part("plain", letter.Text), Part("html", letter.Html) },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(Encoding.UTF8, HeaderText.Line(title), draft.Reader.Address));
        message.ReplyTo.Add(new MailboxAddress(null, options.ReplyTo));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("Content-Language", letter.Language);
        return message;
    }

    // Encoded whatever the server can do: no line is too long and no letter is lost on an old one.
    private static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };

    private static string Atom(string id)
    {
        var atom = new StringBuilder(id.Length);
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_') atom.Append((char)b);
            else atom.Append('=').Append(b.ToString("X2", null));
        }

        return atom.ToString();
    }
}
