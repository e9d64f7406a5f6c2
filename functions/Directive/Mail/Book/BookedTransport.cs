using Directives.Tables;

namespace Directives.Mail.Book;

/// <summary>Writes each letter into the book of outgoing post before it is handed over. What cannot be written does not leave: it is put off.</summary>
public sealed class BookedTransport(IMailTransport transport, IPostBook book) : IMailTransport
{
    /// <inheritdoc/>
    public bool Reports => transport.Reports;

    /// <inheritdoc/>
    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        try
        {
            await book.WriteAsync([new PostLine(PostEvent.Going, draft.Id, draft.At) { Notices = [.. draft.Notices.Select(n => n.Notice)] }], cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TablesUnusableException)
        {
            throw new MailDeferredException(MailScope.Provider, MailCodes.Book);
        }

        try
        {
            await transport.SendAsync(draft, cancel);
        }
        catch (Exception e) when (e is MailDeferredException or MailRefusedException)
        {
            await StayedAsync(draft, cancel);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => transport.AskAsync(letterId, cancel);

    private async Task StayedAsync(LetterDraft draft, CancellationToken cancel)
    {
        try
        {
            await book.WriteAsync([new PostLine(PostEvent.Stayed, draft.Id, draft.At)], cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TablesUnusableException)
        {
            // After a restore it counts as gone: the office is shown it.
        }
    }
}
