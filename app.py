"""Streamlit 入口。"""
