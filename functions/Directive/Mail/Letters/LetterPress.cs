using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Directives.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Directives.Mail.Letters;

/// <summary>
/// Writes letters with the framework's renderer, outside any request. A renderer is kept and used again, by one letter at a time:
/// making one for each, and a scope of services with it, would cost more than the letter.
/// </summary>
internal sealed class LetterPress
{
    // Components of letters ask for no service; the renderer wants an encoder. Vietnamese letters stay as they are.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    private readonly ConcurrentBag<Plate> _idle = [];

    /// <summary>The letter as HTML and as plain text.</summary>
    public (string Html, string Plain) Write(LetterSheet sheet, Texts texts)
    {
        var plate = _idle.TryTake(out var idle) ? idle : new Plate();
        var html = LetterLines.Html(plate.Write(sheet, new Paper(texts, IsPlain: false)));
        var plain = LetterLines.Plain(plate.Write(sheet, new Paper(texts, IsPlain: true)));
        // One that failed is not used again, nor one that is worn.
        if (plate.IsWorn) plate.Dispose();
        else _idle.Add(plate);
        return (html, plain);
    }

    /// <summary>A renderer with its paper tray.</summary>
    private sealed class Plate : IDisposable
    {
        // A renderer keeps everything that it has rendered until it is disposed of.
        private const int Wear = 64;

        private readonly HtmlRenderer _renderer = new(Services, NullLoggerFactory.Instance);
        private readonly StringWriter _writer = new(new StringBuilder(8192));
        private char[] _letters = new char[16384];
        private int _written;

        public bool IsWorn => _written >= Wear;

        public ReadOnlySpan<char> Write(LetterSheet sheet, Paper paper)
        {
            _written++;
            _writer.GetStringBuilder().Clear();
            // Nothing in a letter waits for anything, so this is done when it returns; an exception comes out here.
            _renderer.Dispatcher.InvokeAsync(() => WriteAsync(sheet, paper)).GetAwaiter().GetResult();
            var builder = _writer.GetStringBuilder();
            if (builder.Length > _letters.Length) _letters = new char[builder.Length * 2];
            builder.CopyTo(0, _letters, builder.Length);
            return _letters.AsSpan(0, builder.Length);
        }

        public void Dispose()
        {
            _renderer.Dispose();
            _writer.Dispose();
        }

        private async Task WriteAsync(LetterSheet sheet, Paper paper)
        {
            var letter = await _renderer.RenderComponentAsync<LetterFrame>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(LetterFrame.On)] = paper,
                [nameof(LetterFrame.Sheet)] = sheet,
            }));
            letter.WriteHtmlTo(_writer);
        }
    }
}
