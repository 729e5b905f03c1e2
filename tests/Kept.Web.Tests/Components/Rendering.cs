using System.Text.Encodings.Web;
using Kept.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Components;

/// <summary>Renders a tag helper as a page would.</summary>
internal sealed class Rendering
{
    private static readonly IModelMetadataProvider Metadata =
        new ServiceCollection().AddLogging().AddMvc().Services.BuildServiceProvider().GetRequiredService<IModelMetadataProvider>();

    private readonly TagHelperContext context = new([], new Dictionary<object, object>(), "test");

    public Rendering(object? model = null)
    {
        var data = model is null
            ? new ViewDataDictionary(Metadata, new ModelStateDictionary())
            : (ViewDataDictionary)Activator.CreateInstance(typeof(ViewDataDictionary<>).MakeGenericType(model.GetType()), Metadata, new ModelStateDictionary())!;
        data.Model = model;
        View = new ViewContext { ViewData = data, HttpContext = new DefaultHttpContext(), TempData = new TempDataDictionary(new DefaultHttpContext(), new NoTempData()) };
    }

    public ViewContext View { get; }

    public Rendering WithError(string name, string sentence, string? typed = null)
    {
        View.ViewData.ModelState.AddModelError(name, sentence);
        if (typed is not null)
        {
            View.ViewData.ModelState.SetModelValue(name, typed, typed);
        }

        return this;
    }

    /// <summary>A field called <paramref name="name"/> that holds <paramref name="value"/>.</summary>
    public static ModelExpression Field<T>(string name, T value) => new(name, Metadata.GetModelExplorerForType(typeof(T), value));

    /// <summary>A property with the words of its attributes.</summary>
    public static ModelExpression Property<TForm>(TForm form, string name) =>
        new(name, Metadata.GetModelExplorerForType(typeof(TForm), form).GetExplorerForProperty(name));

    public async Task<string> HtmlAsync(TagHelper helper, string content = "", Action? children = null, params TagHelperAttribute[] attributes)
    {
        helper.GetType().GetProperty("View")?.SetValue(helper, View);
        helper.Init(context);
        var output = new TagHelperOutput("kept", [.. attributes], (_, _) =>
        {
            children?.Invoke();
            return Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content));
        });
        await helper.ProcessAsync(context, output);
        if (output.TagName is not null && !output.Content.IsModified)
        {
            output.Content.SetHtmlContent(content);
        }

        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>A choice written on the page inside radios or checkboxes.</summary>
    public void Choose(ChoiceTagHelper choice, string reveals = "") =>
        choice.ProcessAsync(context, new TagHelperOutput("kept-choice", [], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(reveals)))).GetAwaiter().GetResult();

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
